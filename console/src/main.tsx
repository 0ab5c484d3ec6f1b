import { render } from "preact";
import { agentSession } from "../../chat/client/agent";
import { safeStore } from "../../chat/client/storage";
import { App, type ConsoleConfig } from "./App";
import { announcements } from "./announcements";
import { startClock } from "./clock";
import { guardClosing } from "./closing";
import { Desk } from "./desk";
import { keepFor } from "./drafts";
import { searchAt } from "./find/search";
import { listenToKeys } from "./keyboard";
import { returnFocus } from "./returnFocus";
import { openBot, openConversation, openEntry } from "./route";
import { followKeyboard } from "./screenKeyboard";
import { Seen } from "./seen";
import { rememberSettings } from "./settings";
import { watchSignIn } from "./signedOut";
import "./styles/console.css";
import { keepTitle } from "./title";

const config = JSON.parse(document.getElementById("candid-config")?.textContent ?? "{}") as ConsoleConfig;
const store = safeStore(() => sessionStorage);
keepFor(store, config.me.id);
const session = agentSession({ origin: config.origin, build: config.build, site: config.site, store });
const desk = new Desk(session, openConversation().open, store, searchAt(config.origin, config.site));
const seen = new Seen(desk);
const entry = openEntry();
const bot = openBot();
const root = document.getElementById("app");

startClock(config.now);
rememberSettings(
  safeStore(() => localStorage),
  config.me.id,
);
seen.start();
keepTitle(desk);
listenToKeys(desk);
guardClosing(desk);
returnFocus(desk);
followKeyboard();
const { told } = announcements(desk);
const ended = watchSignIn(session);
if (root)
  render(<App desk={desk} seen={seen} config={config} entry={entry} bot={bot} told={told} ended={ended} />, root);
session.connect();
