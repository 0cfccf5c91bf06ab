import { useState } from 'react';
import type { ObjectOf } from '../../../plan/plan.ts';
import type { NeedSheet, SheetRow } from '../../../questions/needs/need-sheet.ts';
import { agreedText, differenceTexts } from '../../../report/needs-joint/sheet-table.ts';
import { serviceName, unitText } from '../../../report/needs-joint/words.ts';
import { useTexts } from '../../common/app-context.ts';
import { Figure, Missing } from '../../common/figure.tsx';
import { FigureForm } from './figure-form.tsx';

interface SheetTableProps {
  readonly sheet: NeedSheet;
  readonly district: string;
}

/** The four figures side by side; a figure is entered at its row. */
export function SheetTable({ sheet, district }: SheetTableProps) {
  const t = useTexts();
  const [entering, setEntering] = useState<string | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const isTold = ({ reported, agreed, decided }: SheetRow) =>
    reported.needIds.length > 0 || agreed !== null || decided !== null;
  const told = new Set(sheet.rows.filter(isTold).map(({ service }) => service));
  const rows = showsAll || told.size === 0 ? sheet.rows : sheet.rows.filter(({ service }) => told.has(service));
  const keyOf = ({ service, year }: SheetRow) => `${service} ${year}`;
  const row = sheet.rows.find((candidate) => keyOf(candidate) === entering);
  return (
    <>
      <label className="site-check">
        <input type="checkbox" checked={showsAll} onChange={() => setShowsAll(!showsAll)} />
        <span>{t('joint.sheet-all')}</span>
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled table must be reachable by keyboard */}
      <section className="joint-scroll" aria-label={t('joint.sheet-title', { district })} tabIndex={0}>
        <table className="table joint-table">
          <caption className="sr-only">{t('joint.sheet-intro')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('joint.sheet-service')}</th>
              <th scope="col" className="number">
                {t('joint.sheet-computed')}
              </th>
              <th scope="col" className="number">
                {t('joint.sheet-reported')}
              </th>
              <th scope="col" className="number">
                {t('joint.sheet-agreed')}
              </th>
              <th scope="col" className="number">
                {t('joint.sheet-decided')}
              </th>
              <th scope="col">{t('joint.sheet-difference')}</th>
              <th scope="col">{t('joint.enter-short')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((item) => (
              <Row key={keyOf(item)} row={item} onEnter={() => setEntering(keyOf(item))} />
            ))}
          </tbody>
        </table>
      </section>
      {row === undefined ? null : (
        <FigureForm
          key={entering}
          row={row}
          districtId={sheet.districtId}
          district={district}
          onDone={() => setEntering(null)}
        />
      )}
    </>
  );
}

function Row({ row, onEnter }: { readonly row: SheetRow; readonly onEnter: () => void }) {
  const t = useTexts();
  const { service, year, unit, computed, reported, agreed, decided } = row;
  const title = `${serviceName(service, t)} ${year}`;
  const notes = [
    reported.needIds.length === 0 ? t('joint.reported-nothing') : t.count('joint.needs', reported.needIds.length),
    reported.needsWithoutQuantity === 0 ? null : t.count('joint.reported-without', reported.needsWithoutQuantity),
    reported.needsWithoutDate === 0 ? null : t.count('joint.reported-undated', reported.needsWithoutDate),
  ].filter((note) => note !== null);
  return (
    <tr data-row={`${service} ${year}`}>
      <th scope="row">
        {title}
        <span className="joint-note">{unitText(unit, t)}</span>
      </th>
      <td className="number">
        <Figure value={computed.value} digits={0} why={t('joint.computed-why')} />
        <span className="joint-note">
          {t('joint.computed-facts', {
            figure: t(`joint.figure-${computed.figure}`),
            demand: numberText(computed.demand, t),
            capacity: numberText(computed.capacity, t),
          })}
        </span>
      </td>
      <td className="number">
        <Figure value={reported.value} why={t('joint.reported-none')} />
        <span className="joint-note">{notes.join(', ')}</span>
      </td>
      <AgreedCell figure={agreed} unit={unit} why={t('joint.agreed-none')} />
      <AgreedCell figure={decided} unit={unit} why={t('joint.decided-none')} />
      <td>
        <ul className="joint-differences">
          {differenceTexts(row, t).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </td>
      <td>
        <button
          type="button"
          className="button"
          aria-label={t('joint.enter', { service: serviceName(service, t), year: String(year) })}
          onClick={onEnter}
        >
          {t('joint.enter-short')}
        </button>
      </td>
    </tr>
  );
}

function numberText(value: number | null, t: ReturnType<typeof useTexts>): string {
  return value === null ? t('missing.short') : t.format.number(value, 0);
}

interface AgreedCellProps {
  readonly figure: ObjectOf<'agreedFigures'> | null;
  readonly unit: string;
  readonly why: string;
}

/** An agreed or decided figure with its day, paper and who says so. */
function AgreedCell({ figure, unit, why }: AgreedCellProps) {
  const t = useTexts();
  if (figure === null)
    return (
      <td className="number">
        <Missing why={why} />
      </td>
    );
  const paper = figure.reference === null ? '' : `, ${figure.reference}`;
  return (
    <td className="number">
      <strong>{figure.unit === unit ? t.format.number(figure.value) : agreedText(figure, t)}</strong>
      <span className="joint-note">
        {t('joint.agreed-on', { date: t.format.date(figure.on), by: figure.by })}
        {paper}
      </span>
    </td>
  );
}
