import { render } from "preact";
import { agentSession } from "../../chat/client/agent";
import { safeStore } from "../../chat/client/storage";
import { App, type ConsoleConfig } from "./App";
import { announcements } from "./announcements";
import { startClock } from "./clock";
import { Desk } from "./desk";
import { listenToKeys } from "./keyboard";
import { openConversation } from "./route";
import { Seen } from "./seen";
import { watchSignIn } from "./signedOut";
import "./styles/console.css";
import { keepTitle } from "./title";

const config = JSON.parse(document.getElementById("candid-config")?.textContent ?? "{}") as ConsoleConfig;
const store = safeStore(() => sessionStorage);
const session = agentSession({ origin: config.origin, build: config.build, site: config.site, store });
const desk = new Desk(session, openConversation().open, store);
const seen = new Seen(desk);
const root = document.getElementById("app");

startClock(config.now);
seen.start();
keepTitle(desk);
listenToKeys(desk);
const { words } = announcements(desk);
const signedOut = watchSignIn(session);
if (root) render(<App desk={desk} seen={seen} config={config} spoken={words} signedOut={signedOut} />, root);
session.connect();
