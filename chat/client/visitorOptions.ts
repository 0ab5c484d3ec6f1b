import type { DisclosureProof } from "./generated/wire";
import type { OpenSocket } from "./socket";
import type { Store } from "./storage";

export interface VisitorOptions {
  /** Where the server is, e.g. "https://chat.example". */
  origin: string;
  /** The site's key. */
  site: string;
  build: string;
  language: string;
  store: Store;
  /** The page that the visitor is on, without query and fragment. */
  page(): string | null;
  /** What was read of the disclosure, and when. */
  disclosure(): DisclosureProof;
  open?: OpenSocket;
}
