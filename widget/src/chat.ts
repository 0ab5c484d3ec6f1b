/** The session of this frame. The page holds one, so its parts import it. */
import { DISCLOSURE_VERSION } from "../../chat/client/generated/constants";
import { visitorSession } from "../../chat/client/visitor";
import { config } from "./config";
import { pageUrl } from "./parent";
import { store } from "./store";

const { origin, site, build, language } = config;

/** The text stood on the screen from here on: the server rendered it before any script ran. */
const shownAt = new Date().toISOString();

export const session = visitorSession({
  origin,
  site,
  build,
  language,
  store,
  page: () => pageUrl.value,
  disclosure: () => ({ text_version: DISCLOSURE_VERSION, language, shown_at: shownAt }),
});
