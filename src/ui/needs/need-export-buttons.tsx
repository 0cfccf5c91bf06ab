import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { Circle } from '../../plan/types/common.ts';
import { scenarioLine } from '../../report/circle-text.ts';
import {
  needsCircleText,
  needsForCircle,
  needsGeoJson,
  needsHeader,
  needsTable,
} from '../../report/needs/need-export.ts';
import type { NeedRow } from '../../report/needs/need-rows.ts';
import { codeText, fieldText, placeText, quantityText, subjectText } from '../../report/needs/need-text.ts';
import { useApp, useCity, useTexts, useView } from '../common/app-context.ts';
import { ExportDetails } from '../common/circle-export.tsx';
import { CircleField } from '../common/circle-field.tsx';
import { downloadFile } from '../common/download-file.ts';
import { Icon } from '../common/icon.tsx';
import { printPage } from '../common/print-page.ts';
import { TableFileButtons } from '../common/table-files.tsx';
import { useNeedsUi } from './needs-store.ts';
import { today, useDepartments, useDistricts, usePlan, useRowContext } from './use-needs.ts';
import './printed-needs.css';

/** The shown needs to take away, for one circle: file and page say how much that left out. */
export function NeedExport({ rows }: { readonly rows: readonly NeedRow[] }) {
  return rows.length === 0 ? null : <ExportDetails>{() => <ExportBody rows={rows} />}</ExportDetails>;
}

function ExportBody({ rows }: { readonly rows: readonly NeedRow[] }) {
  const t = useTexts();
  const plan = usePlan();
  const context = useRowContext();
  const summary = useCity((state) => state.summary);
  const [circle, setCircle] = useState<Circle>('agsp');
  const [picture, setPicture] = useState<string | null>(null);
  const { map } = useApp();
  const scenarioId = useView((state) => state.scenarioId);
  const filters = useFilterWords();
  if (plan === null || summary === null) return null;
  const { invented } = summary.identity;
  const seen = needsForCircle(plan, circle, rows, context);
  const header = needsHeader(
    {
      cityName: invented ? t('report-header.invented', { city: summary.identity.name }) : summary.identity.name,
      edition: summary.edition,
      planName: plan.header.name,
      scenario: scenarioLine(plan, scenarioId, circle, t),
      filters,
      on: today(),
      seen,
    },
    t,
  );
  const name = `${summary.identity.id}-${t('needs.file-name')}`;
  const print = async () => {
    setPicture((await map.current?.takePicture()) ?? '');
    printPage(() => setPicture(null));
  };
  return (
    <>
      <CircleField label={t('circle.for')} value={circle} onChange={setCircle} />
      <p className="secondary" role="status">
        {needsCircleText(seen, t)}
      </p>
      <div className="export-buttons sites-buttons">
        <TableFileButtons
          fileName={name}
          make={() => ({ sheets: [{ name: t('needs.title'), header, table: needsTable(seen.rows, t) }] })}
        />
        <button
          type="button"
          className="button"
          onClick={() => downloadFile(`${name}.geojson`, 'application/geo+json', needsGeoJson(seen.rows, header, t))}
        >
          <Icon name="download" />
          GeoJSON
        </button>
        <button type="button" className="button" onClick={() => void print()}>
          <Icon name="rule" />
          {t('circle.print')}
        </button>
      </div>
      {picture === null
        ? null
        : createPortal(
            <article className="printed-needs">
              <h1>{t('needs.title')}</h1>
              <dl>
                {header.map(([label, text]) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{text}</dd>
                  </div>
                ))}
              </dl>
              {/* The picture shows what the screen shows, which may be more than the circle may see. */}
              {seen.seesAll ? null : <p>{t('circle.no-map')}</p>}
              {picture === '' || !seen.seesAll ? null : <img src={picture} alt={t('needs.print-map')} />}
              <PrintedRows rows={seen.rows} />
            </article>,
            document.body,
          )}
    </>
  );
}

function PrintedRows({ rows }: { readonly rows: readonly NeedRow[] }) {
  const t = useTexts();
  return (
    <table>
      <thead>
        <tr>
          {(['title', 'departmentId', 'place', 'service', 'quantity', 'urgency', 'neededBy', 'status'] as const).map(
            (field) => (
              <th key={field} scope="col">
                {fieldText(field, t)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.need.id}>
            <th scope="row">{row.need.title}</th>
            <td>{row.department}</td>
            <td>{placeText(row, t)}</td>
            <td>{subjectText(row.need, t)}</td>
            <td>{quantityText(row.need, t)}</td>
            <td>{codeText(row.need.urgency, t)}</td>
            <td>
              {row.need.neededBy === null ? t('missing.short') : t.format.date(row.need.neededBy)}
              {row.overdue ? ` (${t('needs.overdue')})` : ''}
            </td>
            <td>{codeText(row.need.status, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What narrows the list down, in words. */
function useFilterWords(): readonly string[] {
  const t = useTexts();
  const filter = useNeedsUi((state) => state.filter);
  const departments = useDepartments();
  const districts = useDistricts();
  const { service, status, district } = filter;
  const said = (label: string, value: string | null | undefined) => (value == null ? null : `${label}: ${value}`);
  const coded = (code: string | null) => (code === null ? null : codeText(code, t));
  const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string | null) =>
    id === null ? null : (list.find((item) => item.id === id)?.name ?? id);
  return [
    filter.whose === 'all' ? null : t(`needs.whose-${filter.whose}`),
    said(t('needs.filter-text'), filter.text === '' ? null : filter.text),
    said(fieldText('status', t), status === 'active' ? t('needs.status-active') : coded(status)),
    said(fieldText('urgency', t), coded(filter.urgency)),
    said(
      fieldText('service', t),
      service === null ? null : service === 'qualitative' ? t('needs.qualitative') : t(`service.${service}`),
    ),
    said(fieldText('departmentId', t), nameOf(departments, filter.departmentId)),
    said(fieldText('districtId', t), district === 'city' ? t('needs.place-city') : nameOf(districts, district)),
    said(fieldText('circle', t), coded(filter.circle)),
    filter.overdue ? t('needs.filter-overdue') : null,
  ].filter((line) => line !== null);
}
