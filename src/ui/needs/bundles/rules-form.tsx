import { useState } from 'react';
import type { BundleRules } from '../../../questions/needs/need-calls.ts';
import { useTexts } from '../../common/app-context.ts';
import { Field } from '../joint/form-parts.tsx';
import { fieldNumber, readNumber } from '../joint/read-number.ts';

/** The assumptions with their limits; the shared part is shown in percent. */
const FIELDS = [
  { name: 'walkMeters', label: 'joint.rule-walk', from: 100, to: 3000, scale: 1 },
  { name: 'monthsApart', label: 'joint.rule-months', from: 0, to: 240, scale: 1 },
  { name: 'sharedShare', label: 'joint.rule-shared', from: 0, to: 50, scale: 100 },
  { name: 'mostNeeds', label: 'joint.rule-most', from: 2, to: 8, scale: 1 },
] as const;

/** The assumptions of the search, to be changed for this look at it. */
export function RulesForm({
  rules,
  onChange,
}: {
  readonly rules: BundleRules;
  readonly onChange: (rules: BundleRules) => void;
}) {
  const t = useTexts();
  const [texts, setTexts] = useState(() =>
    Object.fromEntries(FIELDS.map(({ name, scale }) => [name, fieldNumber(rules[name] * scale, t)])),
  );
  const read = FIELDS.map((field) => ({ field, value: readNumber(texts[field.name]!, field.from, field.to, t) }));
  const apply = () => {
    if (read.some(({ value }) => value === null)) return;
    const values = Object.fromEntries(read.map(({ field, value }) => [field.name, value! / field.scale]));
    onChange({ ...rules, ...values, mostNeeds: Math.round(values.mostNeeds!) });
  };
  return (
    <details className="joint-details">
      <summary>{t('joint.rules')}</summary>
      <form
        className="site-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <p className="secondary">{t('joint.rules-note')}</p>
        <div className="sites-fields">
          {read.map(({ field: { name, label, from, to }, value }) => (
            <Field
              key={name}
              label={t(label)}
              value={texts[name]!}
              onChange={(text) => setTexts((before) => ({ ...before, [name]: text }))}
              wrong={value === null ? t('joint.number-wrong', { found: texts[name]!, from, to }) : null}
            />
          ))}
        </div>
        <div className="site-form-buttons">
          <button type="submit" className="button" aria-disabled={read.some(({ value }) => value === null)}>
            {t('joint.rules-apply')}
          </button>
        </div>
      </form>
    </details>
  );
}
