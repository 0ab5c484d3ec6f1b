/** What the server's view puts into the frame's page. */
export interface FrameConfig {
  /** The site's key. */
  site: string;
  name: string;
  origin: string;
  /** Origins that may embed this frame, exactly. */
  parents: string[];
  language: string;
  build: string;
}

const text = (id: string) => document.getElementById(id)?.textContent ?? "";

export const config = JSON.parse(text("candid-config")) as FrameConfig;

/** In the page before any script ran, and taken from there, so that the words are the same. */
export const disclosure = { title: text("disclosure-title"), detail: text("disclosure-detail") };
