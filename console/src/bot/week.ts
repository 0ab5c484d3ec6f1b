/** A week of business hours as it is edited. Pure. */
export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Day = (typeof DAYS)[number];

/** From and to, "HH:MM"; "" while one is being typed. */
export type Shift = readonly [from: string, to: string];

/** As the server has it: `{}` is always open, a day that is missing is closed, "24:00" its midnight. */
export type Hours = Readonly<Partial<Record<Day, readonly Shift[]>>>;

/** A day without shifts is closed. Midnight is "00:00" at both ends, as in `<input type="time">`. */
export interface Week {
  readonly always: boolean;
  readonly days: Readonly<Record<Day, readonly Shift[]>>;
}

export type ShiftFault = "empty" | "order" | "overlap";

const USUAL: Shift = ["09:00", "17:00"];
const LAST = 24 * 60;
/** What the server takes. */
export const SHIFTS = 8;

const each = <T>(of: (day: Day) => T): Record<Day, T> =>
  Object.fromEntries(DAYS.map((day) => [day, of(day)])) as Record<Day, T>;

const minutes = (time: string): number => Number(time.split(":")[0]) * 60 + Number(time.split(":")[1]);
const end = ([, to]: Shift): number => minutes(to) || LAST;
const typed = (at: number): string =>
  `${String(Math.floor(at / 60) % 24).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;

/** Always open: the usual week stands ready for who changes that. */
export function weekOf(hours: Hours): Week {
  const always = Object.keys(hours).length === 0;
  const usual = (day: Day): Shift[] => (day === "sat" || day === "sun" ? [] : [USUAL]);
  return { always, days: each((day) => (always ? usual(day) : (hours[day] ?? []).map(shown).sort())) };
}

const shown = ([from, to]: Shift): Shift => [typed(minutes(from)), typed(minutes(to))];

/** Every day is named: a week that is closed all through is not one that is always open. */
export function hoursOf({ always, days }: Week): Hours {
  return always ? {} : each((day) => days[day].map(([from, to]): Shift => [from, to === "00:00" ? "24:00" : to]));
}

export function faultIn(shifts: readonly Shift[]): ShiftFault | null {
  if (shifts.some(([from, to]) => !from || !to)) return "empty";
  if (shifts.some((shift) => minutes(shift[0]) >= end(shift))) return "order";
  const inOrder = [...shifts].sort();
  return inOrder.some((shift, n) => n > 0 && end(inOrder[n - 1] as Shift) > minutes(shift[0])) ? "overlap" : null;
}

export const isFaulty = ({ always, days }: Week): boolean => !always && DAYS.some((day) => faultIn(days[day]) !== null);

export const isClosed = ({ always, days }: Week): boolean => !always && DAYS.every((day) => days[day].length === 0);

/** Open as the last open day before it is. */
export function opened({ days }: Week, day: Day): readonly Shift[] {
  const before = DAYS.slice(0, DAYS.indexOf(day)).findLast((each) => days[each].length > 0);
  return before ? days[before] : [USUAL];
}

/** An hour after the last shift four more; null where the day has no room for that. */
export function another(shifts: readonly Shift[]): Shift | null {
  const from = Math.max(...shifts.map(end)) + 60;
  return shifts.length < SHIFTS && from < LAST ? [typed(from), typed(Math.min(LAST, from + 240))] : null;
}

export function withDay(week: Week, day: Day, shifts: readonly Shift[]): Week {
  return { ...week, days: { ...week.days, [day]: shifts } };
}

/** This day's hours on every day that is open. */
export function copied(week: Week, from: Day): Week {
  return { ...week, days: each((day) => (week.days[day].length > 0 ? week.days[from] : [])) };
}

/** "Monday", in the reader's language. */
export function dayName(day: Day): string {
  // 1 January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + DAYS.indexOf(day)));
  return date.toLocaleDateString(undefined, { weekday: "long", timeZone: "UTC" });
}

/** What the browser knows, and what is set: the server may know more. */
export function zones(current: string): string[] {
  return [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), current])].sort();
}

/** The time there; "" where the browser doesn't know the zone. */
export function timeIn(timeZone: string, now: number): string {
  try {
    const form = { weekday: "short", hour: "numeric", minute: "2-digit", timeZone } as const;
    return new Date(now).toLocaleTimeString(undefined, form);
  } catch {
    return "";
  }
}
