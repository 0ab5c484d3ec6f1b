/**
 * Runs before the app: keeps in `heard` what a screen reader would say by itself, sentence by sentence.
 *
 * A region speaks when it changes, not when it appears; only an alert is also read as it appears.
 */
const LIVE = { log: "polite", status: "polite", alert: "assertive" };
const ATOMIC = ["status", "alert"];
const heard = [];
window.heard = heard;

const regionOf = (node) =>
  (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(
    "[aria-live], [role=log], [role=status], [role=alert]",
  );
const isLive = (region) => (region.getAttribute("aria-live") ?? LIVE[region.role]) !== "off";
const isAtomic = (region) => (region.ariaAtomic ?? String(ATOMIC.includes(region.role))) === "true";

function wordsOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.ariaHidden === "true" || node.hidden) return "";
  return [...node.childNodes].map(wordsOf).join(" ");
}

/** What is said of one change: the whole region, or only what was added to it. */
function spoken(node, fresh) {
  const region = regionOf(node);
  if (!region || !isLive(region)) return null;
  const isFresh = fresh.some((each) => each.contains(region));
  if (isFresh && region.role !== "alert") return null;
  return isAtomic(region) ? region : node;
}

new MutationObserver((changes) => {
  const fresh = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node.isConnected);
  const changed = changes.flatMap(({ type, target, addedNodes }) =>
    type === "childList" ? [...addedNodes] : [target],
  );
  const said = new Set(changed.filter((node) => node.isConnected).map((node) => spoken(node, fresh)));
  said.delete(null);
  for (const node of said) {
    const isPart = [...said].some((other) => other !== node && other.contains(node));
    const words = isPart ? "" : wordsOf(node).replace(/\s+/g, " ").trim();
    if (words) heard.push(words);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });
