import { useState } from 'react';
import { putObject } from '../../../plan/actions/put-object.ts';
import type { Circle } from '../../../plan/types/common.ts';
import type { SheetRow } from '../../../questions/needs/need-sheet.ts';
import { serviceName, unitText } from '../../../report/needs-joint/words.ts';
import { parseDate } from '../../../shared/german-numbers.ts';
import { useTexts } from '../../common/app-context.ts';
import { CircleField } from '../../common/circle-field.tsx';
import { SelectField } from '../../indicators/form-fields.tsx';
import { fieldDate } from '../../indicators/indicator-draft.ts';
import { usePlanChange } from '../../indicators/use-plan-change.ts';
import { Field, SmallForm, useTried } from '../joint/form-parts.tsx';
import { fieldNumber, readNumber } from '../joint/read-number.ts';
import { useSigned } from '../joint/use-signed.ts';
import { setNeedsUi } from '../needs-store.ts';
import { today } from '../ranking/use-joint-list.ts';

interface FigureFormProps {
  readonly row: SheetRow;
  readonly districtId: string;
  readonly district: string;
  readonly onDone: () => void;
}

type Kind = 'agreed' | 'decided';

/** More than any figure of a city. */
const MOST = 100_000_000;

/** Enters what was agreed in the working group, or decided by the council with its paper's number. */
export function FigureForm({ row, districtId, district, onDone }: FigureFormProps) {
  const t = useTexts();
  const signed = useSigned();
  const { saving, problem, apply } = usePlanChange();
  const [tried, setTried] = useTried();
  const { service, year, unit } = row;
  const [kind, setKind] = useState<Kind>('agreed');
  const known = row[kind];
  const [circle, setCircle] = useState<Circle>(known?.circle ?? 'council');
  const [fields, setFields] = useState({
    value: known === null ? '' : fieldNumber(known.value, t),
    on: fieldDate(today(), t.language === 'de' ? 'de' : 'plain'),
    reference: '',
    explanation: '',
  });
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const value = readNumber(fields.value, 0, MOST, t);
  const on = parseDate(fields.on, []);
  const reference = fields.reference.trim();
  const needsPaper = kind === 'decided' && reference === '';
  const save = () => {
    setTried();
    if (value === null || on.kind !== 'value' || needsPaper) return;
    const explanation = fields.explanation.trim();
    const object = {
      circle,
      districtId,
      service,
      year,
      kind,
      value,
      unit,
      on: on.value,
      reference: kind === 'decided' ? reference : null,
      explanation: explanation === '' ? null : explanation,
      by: signed().by,
    };
    const label = { code: 'change.added', params: { collection: 'agreedFigures', name: district } } as const;
    void apply(putObject, { collection: 'agreedFigures', object }, label, () => {
      const words = { value: t.format.number(value), unit: unitText(unit, t), service: serviceName(service, t) };
      setNeedsUi({ said: t('joint.enter-said', { kind: t(`joint.sheet-${kind}`), ...words, year: String(year) }) });
      onDone();
    });
  };
  return (
    <SmallForm
      title={t('joint.enter', { service: serviceName(service, t), year: String(year) })}
      saving={saving}
      problem={problem}
      onSave={save}
      onCancel={onDone}
    >
      <SelectField
        label={t('joint.enter-kind')}
        value={kind}
        options={(['agreed', 'decided'] as const).map((name) => ({ value: name, label: t(`joint.sheet-${name}`) }))}
        onChange={setKind}
      />
      <Field
        label={t('joint.enter-value', { unit: unitText(unit, t) })}
        value={fields.value}
        onChange={(text) => set({ value: text })}
        wrong={tried && value === null ? t('joint.value-wrong', { found: fields.value }) : null}
        autoFocus
      />
      <Field
        label={t('joint.enter-on')}
        value={fields.on}
        onChange={(text) => set({ on: text })}
        wrong={on.kind === 'value' ? null : t('joint.date-wrong', { found: fields.on })}
      />
      {kind === 'decided' ? (
        <Field
          label={t('joint.enter-reference')}
          value={fields.reference}
          onChange={(text) => set({ reference: text })}
          wrong={tried && needsPaper ? t('joint.reference-missing') : null}
        />
      ) : null}
      <Field
        label={t('joint.enter-explanation')}
        value={fields.explanation}
        onChange={(text) => set({ explanation: text })}
      />
      <CircleField value={circle} onChange={setCircle} />
    </SmallForm>
  );
}
