import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Suggestions, WantedOffer } from '../../questions/measures/measure-calls.ts';
import type { MeasureFields } from './measure-fields.ts';

/** What the panel shows. */
export type MeasureScreen = 'list' | 'form' | 'suggest' | 'compare' | 'scenario';

/** Fewer (above 0) or more missing places by district than in the scenario compared with. */
export type Difference = ReadonlyMap<string, number>;

interface MeasureUi {
  readonly screen: MeasureScreen;
  /** The measure in the form; `isNew` = the plan does not hold it. */
  readonly form: { readonly fields: MeasureFields; readonly isNew: boolean } | null;
  /** Whom the next click on the map places: the measure in the form, one of the list by its id, or nobody. */
  readonly placing: { readonly kind: 'form' } | { readonly kind: 'measure'; readonly id: string } | null;
  /** Whether the form takes the next house that is selected on the map. */
  readonly picked: string | null;
  readonly suggestions: { readonly found: Suggestions; readonly offers: readonly WantedOffer[] } | null;
  readonly difference: Difference | null;
  /** What was just done, for the eye and the screen reader. */
  readonly said: string | null;
}

const START: MeasureUi = {
  screen: 'list',
  form: null,
  placing: null,
  picked: null,
  suggestions: null,
  difference: null,
  said: null,
};

/** The state of the panel Maßnahmen for the life of the page; the map shows part of it. */
export const measureUi = createStore<MeasureUi>()(() => START);

export function useMeasureUi<T>(select: (state: MeasureUi) => T): T {
  return useStore(measureUi, select);
}

/** Opens a screen of the panel; what the screen before had put on the map is taken off. */
export function showScreen(screen: MeasureScreen, said: string | null = null): void {
  measureUi.setState({ screen, said, placing: null, suggestions: null, difference: null });
}

/** Another city or scenario: nothing that was begun fits it. */
export function forgetMeasures(): void {
  measureUi.setState(START);
}

export function setFields(change: Partial<MeasureFields>): void {
  measureUi.setState(({ form }) => (form === null ? {} : { form: { ...form, fields: { ...form.fields, ...change } } }));
}
