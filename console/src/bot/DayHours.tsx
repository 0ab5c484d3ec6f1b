import { useId, useRef } from "preact/hooks";
import { Button } from "../Button";
import { say } from "../words";
import type { BotSettings } from "./settings";
import { another, copied, type Day, dayName, faultIn, opened, type Shift, withDay } from "./week";

interface Props {
  day: Day;
  settings: BotSettings;
  /** Whether faults are shown. */
  strict: boolean;
}

/** One day: closed, or open from and to, as often as it takes. */
export function DayHours({ day, settings, strict }: Props) {
  const id = useId();
  const row = useRef<HTMLFieldSetElement>(null);
  const { week } = settings;
  const shifts = week.days[day];
  const name = dayName(day);
  const fault = strict ? faultIn(shifts) : null;
  const next = shifts.length > 0 ? another(shifts) : null;
  const become = (now: readonly Shift[]): void => {
    settings.writeHours({ week: withDay(week, day, now) });
  };
  /** To the day's field by its number among all of them: whoever pressed a button that is gone is still here. */
  const go = (field: number): void => {
    requestAnimationFrame(() => row.current?.querySelectorAll<HTMLElement>("[type=time]")[field]?.focus());
  };
  return (
    <fieldset class="day" aria-label={name} ref={row}>
      <label class="choice">
        <input
          type="checkbox"
          checked={shifts.length > 0}
          onChange={({ currentTarget }) => become(currentTarget.checked ? opened(week, day) : [])}
        />
        <span>{name}</span>
      </label>
      <div class="shifts">
        {shifts.length === 0 && <p class="meta">{say("hours_day_closed")}</p>}
        {shifts.map((shift, n) => (
          <div key={n} class="shift">
            <Times
              day={name}
              shift={shift}
              bad={fault !== null}
              help={id}
              onShift={(now) => become(shifts.with(n, now))}
            />
            {shifts.length > 1 && (
              <Button
                class="button plain"
                aria-label={say("hours_remove_label", { day: name, from: shift[0], to: shift[1] })}
                onClick={() => {
                  become(shifts.toSpliced(n, 1));
                  go(Math.max(0, n - 1) * 2);
                }}
              >
                {say("hours_remove")}
              </Button>
            )}
          </div>
        ))}
        <p id={id} class="problems" aria-live="polite">
          {fault && say(`hours_${fault}`)}
        </p>
        {shifts.length > 0 && (
          <p class="day-more">
            {next && (
              <Button
                aria-label={say("hours_add_label", { day: name })}
                onClick={() => {
                  become([...shifts, next]);
                  go(shifts.length * 2);
                }}
              >
                {say("hours_add")}
              </Button>
            )}
            <Button
              aria-label={say("hours_copy_label", { day: name })}
              onClick={() => settings.writeHours({ week: copied(week, day) })}
            >
              {say("hours_copy")}
            </Button>
          </p>
        )}
      </div>
    </fieldset>
  );
}

interface TimesProps {
  day: string;
  shift: Shift;
  bad: boolean;
  help: string;
  onShift: (shift: Shift) => void;
}

function Times({ day, shift: [from, to], bad, help, onShift }: TimesProps) {
  const same = {
    type: "time",
    class: "field",
    "aria-describedby": help,
    "aria-invalid": bad ? "true" : undefined,
  } as const;
  return (
    <>
      <input
        {...same}
        value={from}
        aria-label={say("hours_from", { day })}
        onInput={({ currentTarget }) => onShift([currentTarget.value, to])}
      />
      <span aria-hidden="true">–</span>
      <input
        {...same}
        value={to}
        aria-label={say("hours_to", { day })}
        onInput={({ currentTarget }) => onShift([from, currentTarget.value])}
      />
    </>
  );
}
