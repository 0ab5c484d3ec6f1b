import { useSignal } from "@preact/signals";
import { Dialog } from "./Dialog";
import { type SendKey, sendKey, singleKeys } from "./settings";
import { say } from "./words";

const LINES = [
  ["j", "k", "keys_move"],
  ["Enter", "", "keys_open"],
  ["t", "", "keys_take"],
  ["e", "", "keys_resolve"],
  ["r", "", "keys_write"],
  ["/", "", "keys_find"],
  ["Esc", "", "keys_back"],
] as const;

/** The list of keys, and the switch that turns single ones off. */
export function Keys() {
  const open = useSignal(false);
  const close = (): void => {
    open.value = false;
  };
  return (
    <>
      <button type="button" class="keys-link" onClick={() => (open.value = true)}>
        {say("shortcuts")}
      </button>
      {open.value && (
        <Dialog title={say("keys_title")} onClose={close}>
          <KeyList />
          <label class="check">
            <input
              type="checkbox"
              checked={singleKeys.value}
              onChange={(event) => (singleKeys.value = event.currentTarget.checked)}
            />
            {say("keys_on")}
          </label>
          <SendChoice />
          <div class="actions">
            <button type="button" class="button" onClick={close}>
              {say("dismiss")}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function KeyList() {
  return (
    <dl class="keys">
      {LINES.map(([one, other, words]) => (
        <div key={words}>
          <dt>
            <kbd class="key">{one}</kbd> {other && <kbd class="key">{other}</kbd>}
          </dt>
          <dd>{say(words)}</dd>
        </div>
      ))}
    </dl>
  );
}

const SEND_KEYS: readonly SendKey[] = ["enter", "ctrl_enter"];

/** What breaks the line is said with what sends: the one is the other's opposite. */
function SendChoice() {
  return (
    <fieldset class="send-choice">
      <legend>{say("keys_send")}</legend>
      {SEND_KEYS.map((each) => (
        <label key={each} class="check">
          <input
            type="radio"
            name="send-key"
            checked={sendKey.value === each}
            onChange={() => (sendKey.value = each)}
          />
          {say(`keys_send_${each}`)}
        </label>
      ))}
    </fieldset>
  );
}
