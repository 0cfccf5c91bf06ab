import { useMemo } from 'react';
import { CIRCLES } from '../../plan/types/common.ts';
import { NEED_STATUSES } from '../../plan/types/needs.ts';
import { FIRST_NEED_FILTER, NEED_SORTS, type NeedFilter, type NeedSort } from '../../report/needs/need-filter.ts';
import type { NeedRow } from '../../report/needs/need-rows.ts';
import { codeText, fieldText } from '../../report/needs/need-text.ts';
import { SERVICE_IDS } from '../../shared/services.ts';
import { useApp, useTexts } from '../common/app-context.ts';
import { Segments } from '../common/segments.tsx';
import { SelectField, TextField } from '../indicators/form-fields.tsx';
import { setNeedFilter, setNeedsUi, useNeedsUi } from './needs-store.ts';
import { useDepartments, useDistricts, useMyDepartment, useMyDistricts, useViewer } from './use-needs.ts';

/** What narrows the list down, and its order. */
export function NeedFilters({ rows }: { readonly rows: readonly NeedRow[] }) {
  const t = useTexts();
  const filter = useNeedsUi((state) => state.filter);
  const sort = useNeedsUi((state) => state.sort);
  const departments = useDepartments();
  const districts = useDistricts();
  const services = useMemo(() => {
    const used = new Set(rows.map(({ need }) => need.service));
    return SERVICE_IDS.filter((service) => used.has(service));
  }, [rows]);
  const all = { value: '', label: t('needs.all') };
  const { whose: _, ...rest } = filter;
  const { whose: __, ...first } = FIRST_NEED_FILTER;
  const isNarrow = JSON.stringify(rest) !== JSON.stringify(first);
  const select = <K extends keyof NeedFilter>(
    key: K,
    label: string,
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <SelectField
      label={label}
      value={(filter[key] as string | null) ?? ''}
      options={[all, ...options]}
      onChange={(value) => setNeedFilter({ [key]: value === '' ? null : value })}
    />
  );
  const coded = (codes: readonly string[]) => codes.map((value) => ({ value, label: codeText(value, t) }));
  return (
    <>
      <Whose />
      <details className="sites-filters" open={isNarrow || undefined}>
        <summary>{t(isNarrow ? 'needs.filter-on' : 'needs.filter')}</summary>
        <div className="sites-fields">
          <TextField
            wide
            label={t('needs.filter-text')}
            value={filter.text}
            onChange={(text) => setNeedFilter({ text })}
          />
          {select('status', fieldText('status', t), [
            { value: 'active', label: t('needs.status-active') },
            ...coded(NEED_STATUSES),
          ])}
          {select('urgency', fieldText('urgency', t), coded(['duty', 'should', 'wish']))}
          {select('service', fieldText('service', t), [
            { value: 'qualitative', label: t('needs.qualitative') },
            ...services.map((value) => ({ value, label: t(`service.${value}`) })),
          ])}
          {select(
            'departmentId',
            fieldText('departmentId', t),
            departments.map(({ id, name }) => ({ value: id, label: name })),
          )}
          {select('district', fieldText('districtId', t), [
            { value: 'city', label: t('needs.place-city') },
            ...districts.map(({ id, label }) => ({ value: id, label })),
          ])}
          {select('circle', fieldText('circle', t), coded(CIRCLES))}
          <SelectField
            label={t('needs.sort')}
            value={sort}
            options={NEED_SORTS.map((value) => ({ value, label: t(`needs.sort-${value}`) }))}
            onChange={(value: NeedSort) => setNeedsUi({ sort: value, page: 0 })}
          />
        </div>
        <label className="site-check">
          <input
            type="checkbox"
            checked={filter.overdue}
            onChange={(event) => setNeedFilter({ overdue: event.target.checked })}
          />
          {t('needs.filter-overdue')}
        </label>
        {isNarrow ? (
          <button type="button" className="text-button" onClick={() => setNeedFilter(first)}>
            {t('needs.filter-reset')}
          </button>
        ) : null}
      </details>
    </>
  );
}

const WHOSE = ['all', 'department', 'districts', 'open'] as const;

/** "mein Amt, meine Bezirke, offen bei mir", and what is to be said before they can be used. */
function Whose() {
  const t = useTexts();
  const { view } = useApp();
  const whose = useNeedsUi((state) => state.filter.whose);
  const department = useMyDepartment();
  const viewer = useViewer();
  const [own] = useMyDistricts();
  const asksDepartment = whose === 'department' || (whose === 'open' && !viewer.isOffice);
  return (
    <>
      <Segments
        label={t('needs.whose')}
        help={t('needs.whose-why')}
        value={whose}
        options={WHOSE.map((value) => ({ value, label: t(`needs.whose-${value}`) }))}
        onChange={(value) => setNeedFilter({ whose: value })}
      />
      {asksDepartment && department === null ? (
        <p className="secondary">
          {t('needs.department-unsaid')}{' '}
          <button type="button" className="text-button" onClick={() => view.setState({ dialog: 'start' })}>
            {t('needs.say-department')}
          </button>
        </p>
      ) : null}
      {whose === 'districts' || (whose === 'open' && !viewer.isOffice) ? (
        <OwnDistricts open={own.length === 0} />
      ) : null}
    </>
  );
}

/** One's own districts of the largest level, kept in this browser. */
function OwnDistricts({ open }: { readonly open: boolean }) {
  const t = useTexts();
  const [own, setOwn] = useMyDistricts();
  const districts = useDistricts();
  const largest = districts.filter(({ level }) => level === districts[0]?.level);
  return (
    <details className="sites-filters" open={open || undefined}>
      <summary>{t.count('needs.own-districts', own.length)}</summary>
      <div className="needs-checks">
        {largest.map(({ id, name }) => (
          <label key={id} className="site-check">
            <input
              type="checkbox"
              checked={own.includes(id)}
              onChange={(event) => setOwn(event.target.checked ? [...own, id] : own.filter((other) => other !== id))}
            />
            {name}
          </label>
        ))}
      </div>
    </details>
  );
}
