import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { putObject } from '../../plan/actions/put-object.ts';
import { removeObject } from '../../plan/actions/remove-object.ts';
import { keyOf } from '../../plan/collections.ts';
import type { RegisterSite } from '../../questions/sites/site-calls.ts';
import {
  type ParameterRange,
  type ParameterRow,
  parameterEffect,
  parameterRows,
} from '../../questions/sites/site-parameters.ts';
import { parseNumber } from '../../shared/german-numbers.ts';
import { type Problem, problem as problemMade } from '../../shared/problem.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { ProblemSentence } from '../common/problem-sentence.tsx';
import { TextField } from '../indicators/form-fields.tsx';
import { usePlanChange } from '../indicators/use-plan-change.ts';
import { useNumberStyle } from './site-form.tsx';
import { useSigner } from './use-signer.ts';

/** Every parameter of the site model with default, unit, effect and source; each can be set for this site. */
export function ParametersSection({ site }: { readonly site: RegisterSite }) {
  const t = useTexts();
  const { catalogue } = useApp();
  const u3 = useStore(catalogue, (state) => state.indicators.find(({ service }) => service === 'kita-u3') ?? null);
  const schoolCutOff = useCity((state) => state.summary?.identity.schoolCutOff ?? '06-30');
  const rows = useMemo(() => parameterRows(site), [site]);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <details className="gap-section parameters">
      <summary>{t('sites.parameters')}</summary>
      <p className="secondary">{t('sites.parameters-why')}</p>
      <ul className="parameter-list">
        {rows.map((row) => {
          const effect = u3 === null ? null : parameterEffect(site, row.key, u3, schoolCutOff);
          return (
            <li key={row.key}>
              <div className="parameter-head">
                <span>
                  {t(`sites.parameter-${row.key}`)}
                  {row.isSet ? <span className="site-mark">{t('sites.edited')}</span> : null}
                </span>
                <span className="figure">{rangeOf(row.value, t)}</span>
              </div>
              <p className="secondary">
                {t('sites.parameter-default', {
                  value: rangeOf(row.usual, t),
                  unit: t(`sites.parameter-unit-${row.key}`),
                })}{' '}
                {t(`sites.parameter-source-${row.key}`)}
                {effect === null
                  ? ''
                  : ` ${t('sites.parameter-effect', { change: `${effect > 0 ? '+' : ''}${t.format.percent(effect, 1)}` })}`}
              </p>
              {open === row.key ? (
                <ParameterForm key={row.key} site={site} row={row} onDone={() => setOpen(null)} />
              ) : (
                <button type="button" className="text-button" onClick={() => setOpen(row.key)}>
                  {t('sites.parameter-change')}
                  <span className="sr-only">: {t(`sites.parameter-${row.key}`)}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

type Texts = ReturnType<typeof useTexts>;

/** "2,4 (2,27–2,58)"; a value that is the same in all variants stands alone. */
function rangeOf(range: ParameterRange | null, t: Texts): string {
  if (range === null) return t('missing.short');
  const write = (value: number) => new Intl.NumberFormat(t.language, { maximumFractionDigits: 3 }).format(value);
  return range.low === range.high
    ? write(range.middle)
    : t('sites.range', { value: write(range.middle), low: write(range.low), high: write(range.high) });
}

interface ParameterFormProps {
  readonly site: RegisterSite;
  readonly row: ParameterRow;
  readonly onDone: () => void;
}

const VARIANTS = ['low', 'middle', 'high'] as const;

function ParameterForm({ site, row, onDone }: ParameterFormProps) {
  const t = useTexts();
  const style = useNumberStyle();
  const scenarioId = useView((state) => state.scenarioId);
  const { saving, problem, apply } = usePlanChange();
  const signed = useSigner();
  const fields = row.isRanged ? VARIANTS : (['middle'] as const);
  const [texts, setTexts] = useState(() => {
    const range = row.value ?? row.usual;
    const write = (value: number | undefined) =>
      value === undefined ? '' : style === 'de' ? String(value).replace('.', ',') : String(value);
    return { low: write(range?.low), middle: write(range?.middle), high: write(range?.high) };
  });
  const read = (text: string): { readonly value: number | null; readonly problem?: Problem } => {
    const parsed = parseNumber(text, style, ['']);
    if (parsed.kind === 'missing') return { value: null };
    if (parsed.kind === 'error')
      return { value: null, problem: problemMade('site.number-invalid', { found: parsed.found }) };
    const { from, to } = row.limits;
    return parsed.value < from || parsed.value > to
      ? { value: null, problem: problemMade('site.number-outside', { found: parsed.value, from, to }) }
      : { value: parsed.value };
  };
  const values = { low: read(texts.low), middle: read(texts.middle), high: read(texts.high) };
  const isWrong = fields.some((field) => values[field].problem !== undefined) || values.middle.value === null;
  const object = { siteId: site.id, scenarioId, parameter: row.key };
  const params = { collection: 'siteParameters' as const, name: `${t(`sites.parameter-${row.key}`)}, ${site.name}` };

  const save = () => {
    if (isWrong) return;
    const low = row.isRanged ? values.low.value : null;
    const high = row.isRanged ? values.high.value : null;
    const args = { ...object, low, middle: values.middle.value, high, reason: null };
    void apply(putObject, { collection: 'siteParameters', object: args }, { code: 'change.changed', params }, onDone);
  };
  const reset = () => {
    const id = keyOf('siteParameters', object);
    const args = { collection: 'siteParameters' as const, id, ...signed(), why: '' };
    void apply(removeObject, args, { code: 'change.removed', params }, onDone);
  };
  return (
    <form
      className="site-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="sites-fields">
        {fields.map((field) => (
          <TextField
            key={field}
            label={row.isRanged ? t(`gaps.variant-${field}`) : t('sites.parameter-value')}
            value={texts[field]}
            inputMode="decimal"
            onChange={(text) => setTexts({ ...texts, [field]: text })}
            problem={values[field].problem}
          />
        ))}
      </div>
      {problem === null ? null : (
        <p className="warning-text" role="alert">
          <ProblemSentence problem={problem} />
        </p>
      )}
      <div className="site-form-buttons">
        <button type="submit" className="button button-main" aria-disabled={isWrong || saving}>
          {t('sites.save')}
        </button>
        {row.isSet ? (
          <button type="button" className="button" onClick={reset}>
            {t('sites.parameter-reset')}
          </button>
        ) : null}
        <button type="button" className="button" onClick={onDone}>
          {t('sites.cancel')}
        </button>
      </div>
    </form>
  );
}
