import { safeStore } from "../../chat/client/storage";

/** The frame's own storage; memory where the browser forbids it. */
export const store = safeStore(() => window.localStorage);
