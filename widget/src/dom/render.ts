/** Brings the page in line with what was drawn: nodes that are the same stay, with their focus and their motion. */
import type { Child, Element, Props } from "./jsx-runtime";

/** A drawn element or text with its node and, by their ids, its children. */
interface Drawn {
  tag: string;
  props: Props;
  node: Node;
  children: Family;
}
type Family = Map<string, Drawn>;

const TEXT = "#";
const SVG = "http://www.w3.org/2000/svg";

/** Returns what draws into `root` anew each time it is called. */
export function drawInto(root: HTMLElement): (what: Child) => void {
  let family: Family = new Map();
  root.addEventListener("click", dropSecond, true);
  return (what) => {
    family = update(root, family, [what]);
    for (const tell of mounted.splice(0)) tell();
  };
}

/** The second half of a double click would hit what has taken the first one's place. Keys and screen readers click with 0. */
function dropSecond(event: MouseEvent): void {
  if (event.detail < 2) return;
  event.preventDefault();
  event.stopPropagation();
}

/** To be called once the new elements stand in the page: before that they can't be focused. */
const mounted: (() => void)[] = [];

function update(parent: globalThis.Element, old: Family, children: Child): Family {
  const next: Family = new Map();
  for (const [id, element] of flat(children)) next.set(id, match(parent, old.get(id), element));
  const kept = new Set([...next.values()].map(({ node }) => node));
  for (const { node } of old.values()) if (!kept.has(node)) parent.removeChild(node);
  let place = parent.firstChild;
  for (const node of kept) {
    if (node === place) place = node.nextSibling;
    else parent.insertBefore(node, place);
  }
  return next;
}

/** A child's id is its key, else its place: a part that isn't there leaves its neighbours who they are. */
function* flat(child: Child, id = ""): Generator<[string, Element]> {
  if (child === null || child === undefined || typeof child === "boolean") return;
  if (Array.isArray(child)) {
    for (const [place, each] of child.entries()) yield* flat(each, `${id}/${keyOf(each) ?? `.${place}`}`);
  } else yield [id, typeof child === "object" ? child : { tag: TEXT, props: { nodeValue: String(child) } }];
}

const keyOf = (child: Child) => (child instanceof Object ? child.key : undefined);

function match(parent: globalThis.Element, old: Drawn | undefined, { tag, props }: Element): Drawn {
  const same = old?.tag === tag ? old : null;
  const node = same?.node ?? create(parent, tag);
  for (const name in { ...same?.props, ...props }) {
    if (props[name] !== same?.props[name] || name === "value") set(node, name, props[name]);
  }
  const children =
    tag === TEXT ? new Map() : update(node as HTMLElement, same?.children ?? new Map(), props.children as Child);
  return { tag, props, node, children };
}

function create(parent: globalThis.Element, tag: string): Node {
  if (tag === TEXT) return document.createTextNode("");
  return document.createElementNS(tag === "svg" ? SVG : parent.namespaceURI, tag);
}

/** Handlers and the field's text are properties, all else is an attribute. */
function set(node: Node, name: string, value: unknown): void {
  if (name === "children" || name === "key") return;
  if (name === "ref") return void mounted.push(() => (value as (node: Node) => void)(node));
  if (/^on|value$/i.test(name)) return assign(node, name.startsWith("on") ? name.toLowerCase() : name, value);
  const element = node as HTMLElement;
  const isAria = name.startsWith("aria");
  if (value === undefined || value === null || (value === false && !isAria)) element.removeAttribute(name);
  else element.setAttribute(name, value === true && !isAria ? "" : String(value));
}

function assign(node: Node, name: string, value: unknown): void {
  const properties = node as unknown as Record<string, unknown>;
  if (properties[name] !== value) properties[name] = value;
}
