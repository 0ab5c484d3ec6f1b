/** The few words that the launcher needs; the frame brings its own. */
export interface LoaderWords {
  open: string;
  close: string;
  chat: string;
  failed: string;
  again: string;
  unread: string;
  rtl: boolean;
}

const WORDS: Record<
  string,
  [open: string, close: string, chat: string, failed: string, again: string, unread: string]
> = {
  en: ["Open chat", "Close chat", "Chat", "The chat did not load.", "Try again", "new"],
  de: ["Chat öffnen", "Chat schließen", "Chat", "Der Chat wurde nicht geladen.", "Noch einmal", "neu"],
  fr: ["Ouvrir le chat", "Fermer le chat", "Chat", "Le chat ne s’est pas chargé.", "Réessayer", "nouveaux"],
  es: ["Abrir el chat", "Cerrar el chat", "Chat", "El chat no se ha cargado.", "Reintentar", "nuevos"],
  ar: ["فتح المحادثة", "إغلاق المحادثة", "المحادثة", "لم تُحمَّل المحادثة.", "إعادة المحاولة", "جديدة"],
};

export function wordsFor(language: string): LoaderWords {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  const [open = "", close, chat, failed, again, unread] = WORDS[primary] ?? (WORDS.en as (typeof WORDS)[string]);
  return { open, close, chat, failed, again, unread, rtl: primary === "ar" };
}
