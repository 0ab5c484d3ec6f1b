from __future__ import annotations

from django.db import models

from chat.models.conversation import Conversation


class ConversationWords(models.Model):
    """What a conversation is found by, folded: a narrow row, so that a search reads no event and no fold.

    It holds people's words: whoever erases those of a conversation empties this as well.
    """

    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, primary_key=True, related_name="words")
    text = models.TextField()
    #: Up to which event of the conversation.
    seq = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"of {self.conversation_id}"
