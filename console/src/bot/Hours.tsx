import { useSignal } from "@preact/signals";
import { useId, useMemo, useRef } from "preact/hooks";
import { Button } from "../Button";
import { now } from "../clock";
import { say } from "../words";
import { DayHours } from "./DayHours";
import { Meanwhile } from "./Meanwhile";
import type { BotSettings, Settings } from "./settings";
import { DAYS, dayName, isClosed, isFaulty, timeIn, weekOf, zones } from "./week";

interface Props {
  settings: BotSettings;
}

/** When people are here: what the dial hangs on, and what visitors are told. Stored by its button, as one. */
export function Hours({ settings }: Props) {
  /** Faults are shown once somebody wanted to save them. */
  const strict = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const { week, busy, faults, told } = settings;
  const stale = settings.isStale("hours");
  const save = (event: Event): void => {
    event.preventDefault();
    settings.hush();
    strict.value = isFaulty(week);
    if (!strict.value) void settings.save("hours");
    // Drawn first, so that what is wrong is read out with the field.
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  };
  return (
    <form class="sheet-part hours" ref={form} noValidate onSubmit={save}>
      <Always settings={settings} />
      {!week.always && DAYS.map((day) => <DayHours key={day} day={day} settings={settings} strict={strict.value} />)}
      {isClosed(week) && <p class="meta">{say("hours_closed")}</p>}
      <Zone settings={settings} />
      <p class="problems" aria-live="polite">
        {faults.value.hours}
      </p>
      {stale && told.value && <Meanwhile part="hours" settings={settings} lines={hoursWords(told.value)} />}
      <Button type="submit" class="button" off={!settings.isUnsaved("hours") || stale || busy.value}>
        {say("hours_save")}
      </Button>
    </form>
  );
}

/** As they are stored: a line for each day, and the zone. */
function hoursWords({ hours, time_zone }: Settings): string[] {
  const { always, days } = weekOf(hours);
  const week = DAYS.map((day) => {
    const times = days[day].map((shift) => shift.join("–")).join(", ");
    return `${dayName(day)} ${times || say("hours_day_closed")}`;
  });
  return [...(always ? [say("hours_always")] : week), time_zone.replaceAll("_", " ")];
}

function Always({ settings }: Props) {
  return (
    <fieldset>
      <legend>{say("hours_title")}</legend>
      {[true, false].map((always) => (
        <label key={String(always)} class="choice">
          <input
            type="radio"
            name="always"
            checked={settings.week.always === always}
            onChange={() => settings.writeHours({ week: { ...settings.week, always } })}
          />
          <span>{say(always ? "hours_always" : "hours_set")}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Zone({ settings }: Props) {
  const id = useId();
  const { zone } = settings;
  const bad = settings.faults.value.time_zone;
  // Four hundred, and drawn once: the clock ticks.
  const options = useMemo(() => zones(zone).map((name) => zoneOption(name, name === zone)), [zone]);
  const time = timeIn(zone, now.value);
  return (
    <div class="labelled">
      <label for={id}>{say("hours_zone")}</label>
      <select
        id={id}
        class="field"
        aria-describedby={`${id}-help`}
        aria-invalid={bad ? "true" : undefined}
        onChange={(event) => settings.writeHours({ zone: event.currentTarget.value })}
      >
        {options}
      </select>
      <p id={`${id}-help`} class={bad ? "problems" : "meta"}>
        {bad ?? (time && say("hours_zone_now", { time }))}
      </p>
    </div>
  );
}

function zoneOption(name: string, selected: boolean) {
  return (
    <option key={name} value={name} selected={selected}>
      {name.replaceAll("_", " ")}
    </option>
  );
}
