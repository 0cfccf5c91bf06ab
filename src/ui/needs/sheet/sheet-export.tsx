import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../../plan/plan.ts';
import { planForCircle } from '../../../plan/readers/circles.ts';
import type { Circle } from '../../../plan/types/common.ts';
import { citySheet } from '../../../questions/needs/city-sheet.ts';
import { needSheet } from '../../../questions/needs/need-sheet.ts';
import { scenarioLine } from '../../../report/circle-text.ts';
import { citySheetTable, joinedTable, latestText } from '../../../report/needs-joint/city-sheet-table.ts';
import { listHeader } from '../../../report/needs-joint/joint-table.ts';
import { leftOutOfSheet, sheetTable, versionText } from '../../../report/needs-joint/sheet-table.ts';
import { useApp, useCity, useTexts, useView } from '../../common/app-context.ts';
import { CircleExport, type Taken, type TakenPage } from '../../common/circle-export.tsx';
import { SelectField } from '../../indicators/form-fields.tsx';
import type { JointGround } from '../joint/use-joint.ts';
import { today } from '../ranking/use-joint-list.ts';

const PRINTED = ['service', 'year', 'unit', 'computed', 'reported', 'agreed', 'decided', 'difference'];

interface SheetExportProps {
  readonly plan: Plan;
  readonly joint: JointGround;
  /** The borough on screen; `null` = the whole city. */
  readonly districtId: string | null;
  /** What the city calls a borough. */
  readonly term: string;
}

/** The sheet on screen, or those of the city and all boroughs at once, to take away for a circle. */
export function SheetExport({ plan, joint, districtId, term }: SheetExportProps) {
  const t = useTexts();
  const [circle, setCircle] = useState<Circle>('agsp');
  const [scope, setScope] = useState<'this' | 'all'>('this');
  const cityId = useCity((state) => state.summary?.identity.id ?? '');
  const pages = usePages(plan, joint, circle);
  const { placed, districts } = joint.ground;
  const isAll = scope === 'all';
  const name = districts.find(({ id }) => id === districtId)?.name ?? t('joint.whole-city');
  const make = (): Taken => {
    if (!isAll) {
      const page = districtId === null ? pages.city() : pages.district(districtId);
      return { pages: [page], list: page };
    }
    const all = [pages.city(), ...districts.map(({ id }) => pages.district(id))];
    const total = t('joint.sheet-count', { count: districts.length });
    const header = pages.header(t('joint.sheet-all-title'), null);
    return { pages: all, list: { header, table: joinedTable(all, term, total, t) } };
  };
  return (
    <>
      <div className="joint-narrow">
        <SelectField
          label={t('joint.sheet-scope')}
          value={scope}
          options={(['this', 'all'] as const).map((value) => ({ value, label: t(`joint.sheet-scope-${value}`) }))}
          onChange={setScope}
        />
      </div>
      <CircleExport
        fileName={`${cityId}-${t('joint.file-sheet')}-${isAll ? t('joint.file-all') : name}`}
        circle={circle}
        onCircle={setCircle}
        leftOut={leftOutOfSheet(plan, isAll ? null : districtId, placed, circle)}
        make={make}
        printed={PRINTED}
      />
    </>
  );
}

/** The sheets as a circle may see them, made when they are wanted. */
function usePages(plan: Plan, { ground, figures }: JointGround, circle: Circle) {
  const t = useTexts();
  const { catalogue: catalogueStore } = useApp();
  const catalogue = useStore(catalogueStore, (state) => state.indicators);
  const scenarioId = useView((state) => state.scenarioId);
  const summary = useCity((state) => state.summary);
  const seen = useMemo(() => planForCircle(plan, circle).plan, [plan, circle]);
  const sheetOf = (districtId: string) =>
    needSheet({ plan: seen, figures, placed: ground.placed, catalogue, districtId });
  const header = (title: string, districtId: string | null) =>
    listHeader(
      title,
      {
        cityName: summary?.identity.name ?? '',
        invented: summary?.identity.invented ?? false,
        edition: summary?.edition ?? '',
        scenario: scenarioLine(plan, scenarioId, circle, t),
        figures,
        today: today(),
        circle,
        leftOut: leftOutOfSheet(plan, districtId, ground.placed, circle),
      },
      t,
    );
  return {
    header,
    district(districtId: string): TakenPage {
      const { name } = ground.districts.find(({ id }) => id === districtId)!;
      const sheet = sheetOf(districtId);
      const title = t('joint.sheet-title', { district: name });
      const version = [t('joint.header-version'), versionText(sheet, t)] as const;
      return { name, title, header: [...header(title, districtId), version], table: sheetTable(sheet, t) };
    },
    city(): TakenPage {
      const name = t('joint.whole-city');
      const sheets = ground.districts.map(({ id }) => sheetOf(id));
      const sheet = citySheet(seen, sheets);
      const title = t('joint.sheet-title', { district: name });
      const version = [t('joint.header-version'), latestText(sheet, t)] as const;
      return { name, title, header: [...header(title, null), version], table: citySheetTable(sheet, t) };
    },
  };
}
