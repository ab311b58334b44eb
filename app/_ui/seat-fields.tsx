"use client";
/** Fields of a seat: where, until when, by which document, and why. */
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Cited } from "#deliberation/audit";
import type { DelegationKey, Instant } from "#deliberation/ids";
import type { Place, SeatFunction } from "#deliberation/seat";

export interface DelegationChoice {
  key: DelegationKey;
  name: string;
}

const FUNCTIONS: readonly SeatFunction[] = ["head", "drafter", "capital", "reader"];
const CAPACITIES = ["facilitator", "reviewer", "administrator"] as const;

/** What is chosen so far: a delegation's key or `@capacity`, and a function. */
export interface ChosenPlace {
  where: string;
  inDelegation: SeatFunction;
}

export function placeFrom({ where, inDelegation }: ChosenPlace): Place {
  const capacity = CAPACITIES.find((one) => where === `@${one}`);
  return capacity === undefined
    ? { as: "delegation", delegation: where as DelegationKey, function: inDelegation }
    : { as: capacity };
}

interface PlaceProps {
  value: ChosenPlace;
  onChange: (value: ChosenPlace) => void;
  /** Null: the own delegation alone, and not as its head. */
  delegations: readonly DelegationChoice[] | null;
}

export function PlaceFields({ value, onChange, delegations }: PlaceProps) {
  const t = useTranslations();
  const functions = delegations === null ? FUNCTIONS.filter((one) => one !== "head") : FUNCTIONS;
  return (
    <>
      {delegations !== null && (
        <label className="field">
          <span>{t("people.where")}</span>
          <select
            value={value.where}
            required
            onChange={(event) => onChange({ ...value, where: event.target.value })}
          >
            <option value="">{t("people.choose")}</option>
            {CAPACITIES.map((one) => (
              <option key={one} value={`@${one}`}>
                {t(`capacity.${one}`)}
              </option>
            ))}
            {delegations.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {!value.where.startsWith("@") && (
        <label className="field">
          <span>{t("people.function")}</span>
          <select
            value={value.inDelegation}
            onChange={(event) => onChange({ ...value, inDelegation: event.target.value as SeatFunction })}
          >
            {functions.map((one) => (
              <option key={one} value={one}>
                {t(`function.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

interface DayProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
}

export function DayField({ label, value, onChange, required = false }: DayProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="date"
        value={value}
        required={required}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** The beginning of a day, the end of one; null where none is named. Days are those of UTC, wherever the person is. */
export function dayBegins(day: string): Instant | null {
  return day === "" ? null : (`${day}T00:00:00.000Z` as Instant);
}
export function dayEnds(day: string): Instant | null {
  return day === "" ? null : (`${day}T23:59:59.999Z` as Instant);
}

export const NO_DOCUMENT: Cited = { document: "", documentOn: "" };

export function CitedFields({ value, onChange }: { value: Cited; onChange: (value: Cited) => void }) {
  const t = useTranslations("people");
  const id = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t("document")}</label>
        <input
          id={id}
          value={value.document}
          required
          maxLength={200}
          dir="auto"
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange({ ...value, document: event.target.value })}
        />
        <span className="help" id={`${id}-hint`}>
          {t("documentHint")}
        </span>
      </div>
      <DayField
        label={t("documentOn")}
        value={value.documentOn}
        required
        onChange={(documentOn) => onChange({ ...value, documentOn })}
      />
    </>
  );
}

interface ReasonProps {
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
}

export function ReasonField({ value, onChange, required = false }: ReasonProps) {
  const t = useTranslations("people");
  return (
    <label className="field">
      <span>{t(required ? "reason" : "reasonOptional")}</span>
      <textarea
        value={value}
        required={required}
        maxLength={1_000}
        dir="auto"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
