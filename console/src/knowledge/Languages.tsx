import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { Button } from "../Button";
import { addressOfEntry } from "../route";
import { say } from "../words";
import type { Editing } from "./editing";
import { NEW, type Shelf } from "./shelf";
import type { Entry } from "./types";

/** Those in which the widget speaks. */
const SPOKEN = ["en", "de", "es", "fr", "ar"];

export const languageName = (code: string): string =>
  new Intl.DisplayNames(undefined, { type: "language" }).of(code) ?? code;

/** The same answer in other languages: each visitor reads the one of the page. */
export function Languages({ shelf, editing }: { shelf: Shelf; editing: Editing }) {
  const versions = useSignal<readonly Entry[]>([]);
  const id = useId();
  const { entry } = editing;
  useEffect(() => {
    if (entry) void shelf.api.versionsOf(entry.key).then((found) => (versions.value = found), ignore);
  }, [entry]);
  const written = new Set(versions.value.map(({ language }) => language));
  return (
    <div class="labelled">
      <h3 id={id}>{say("know_languages")}</h3>
      <ul class="chips" aria-labelledby={id}>
        {versions.value.map((each) => (
          <li key={each.id}>
            <a
              class="button chip"
              href={addressOfEntry(each.id)}
              aria-current={each.id === entry?.id ? "true" : undefined}
            >
              {languageName(each.language)}
            </a>
          </li>
        ))}
        {entry &&
          SPOKEN.filter((code) => !written.has(code)).map((code) => (
            <li key={code}>
              <Button
                class="button chip missing"
                onClick={() => shelf.begin(inLanguage(entry, code), begunAs(entry, code))}
              >
                {say(shelf.isUnsaved(begunAs(entry, code)) ? "know_begun_language" : "know_add_language", {
                  language: languageName(code),
                })}
              </Button>
            </li>
          ))}
      </ul>
      <p class="meta">{say(entry ? "know_languages_help" : "know_languages_new", { language: newIn(editing) })}</p>
    </div>
  );
}

const ignore = (): void => undefined;

const begunAs = ({ id }: Entry, language: string): string => `${NEW}-${language}-${id}`;

const inLanguage = ({ key, tags }: Entry, language: string) => ({ key, language, tags });

function newIn({ draft }: Editing): string {
  const { language } = draft.value;
  return language ? languageName(language) : say("know_site_language");
}
