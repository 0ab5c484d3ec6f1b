/** What the compiler turns JSX into: plain data. Components are functions that are called at once and keep nothing. */
import type { JSX as Preact } from "preact";

export type Key = string | number | undefined;
export type Props = Record<string, unknown>;
export type Child = Element | string | number | boolean | null | undefined | Children;
export type Children = Child[] & { key?: Key };

export interface Element {
  tag: string;
  props: Props;
  key?: Key;
}

type Component = (props: Props) => Child;

export function jsx(type: string | Component, props: Props, key?: Key): Child {
  const made = typeof type === "string" ? { tag: type, props } : type(props);
  if (key !== undefined && made instanceof Object) made.key = key;
  return made;
}

export { jsx as jsxs };

export const Fragment = ({ children }: { children?: Child }): Child => [children];

/** The names and values of HTML's attributes are the same as for the console. */
export namespace JSX {
  export type Element = Child;
  export interface ElementChildrenAttribute {
    children: object;
  }
  export interface IntrinsicAttributes {
    key?: Key;
  }
  export type IntrinsicElements = {
    [Tag in keyof Preact.IntrinsicElements]: Omit<Preact.IntrinsicElements[Tag], "children" | "ref"> & {
      children?: Child;
      /** Of a picture: `Omit` loses it, since it stands in each arm of a union. */
      alt?: string;
      /** Called once, when the new element stands in the page. */
      ref?: (element: never) => void;
    };
  };
}
