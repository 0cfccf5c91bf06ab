import { useState } from 'react';
import type { FrozenFigures } from '../../plan/types/common.ts';
import type { GapResult, GapRow } from '../../questions/gaps/gap-request.ts';
import { EVIDENCE_FIGURES, type EvidenceFigure, requestOf } from '../../questions/need-evidence.ts';
import { evidenceName, evidenceValue } from '../../report/needs/need-text.ts';
import { useTexts } from '../common/app-context.ts';
import { SelectField } from '../indicators/form-fields.tsx';
import { useFigures, useRequestAgain } from './use-figures.ts';

interface EvidenceTableProps {
  readonly frozen: FrozenFigures;
  /** Today's value beside the frozen one. */
  readonly withToday: boolean;
}

/** The figures that a need cites: of the place, of a larger district or of the city; each beside what it would be today. */
export function EvidenceTable({ frozen, withToday }: EvidenceTableProps) {
  const t = useTexts();
  const [chosen, setChosen] = useState<string | null>(null);
  const again = useRequestAgain(frozen);
  const now = useFigures(withToday ? again : null);
  const row = frozen.rows.find(({ id }) => id === chosen) ?? frozen.rows.at(-1);
  const request = requestOf(frozen);
  if (row === undefined) return null;
  const today = now.kind === 'result' ? rowOf(now.result, row.id) : null;
  const missing = frozen.missing.housesWithoutCapacity ?? 0;
  return (
    <>
      <p className="secondary">
        {t('needs.evidence-what', {
          service: request === null ? '' : t(`service.${request.service}`),
          year: request === null ? '' : String(request.year),
          date: t.format.date(frozen.at.slice(0, 10)),
          edition: frozen.edition,
          catalogue: frozen.catalogue.join(', '),
        })}
        {missing === 0 ? '' : ` ${t.count('needs.evidence-missing', missing)}`}
      </p>
      {frozen.rows.length < 2 ? null : (
        <SelectField
          label={t('needs.evidence-row')}
          value={row.id}
          options={frozen.rows.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
      )}
      <table className="table needs-evidence">
        <thead>
          <tr>
            <th scope="col">{t('needs.evidence-figure')}</th>
            <th scope="col" className="number">
              {t.format.date(frozen.at.slice(0, 10))}
            </th>
            {withToday ? (
              <th scope="col" className="number">
                {t('needs.today')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {frozen.columns.map((column, i) => (
            <tr key={column}>
              <th scope="row">{evidenceName(column, t)}</th>
              <td className="number">{evidenceValue(column, row.values[i] ?? null, t)}</td>
              {withToday ? (
                <td className="number">
                  {now.kind === 'waiting' ? '…' : evidenceValue(column, figureOf(today, column), t)}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function rowOf(result: GapResult, id: string): GapRow | null {
  return result.levels.flat().find((row) => row.id === id) ?? null;
}

function figureOf(row: GapRow | null, column: string): number | null {
  return row !== null && (EVIDENCE_FIGURES as readonly string[]).includes(column)
    ? row[column as EvidenceFigure]
    : null;
}
