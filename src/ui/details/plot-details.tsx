import type { Plot, SourceRecord } from '../../city/types.ts';
import { useTexts } from '../common/app-context.ts';
import { Fact, Facts, TextFact } from '../common/facts.tsx';
import { Figure } from '../common/figure.tsx';
import { GradeFact } from './grade-fact.tsx';
import { missingReason } from './missing-reason.ts';

interface PlotDetailsProps {
  readonly plot: Omit<Plot, 'geometry'>;
  readonly source: SourceRecord | null;
}

/** A plot on which infrastructure can stand. */
export function PlotDetails({ plot, source }: PlotDetailsProps) {
  const t = useTexts();
  const why = missingReason(source, t);
  return (
    <Facts>
      <TextFact label={t('details.plot-use')} value={plot.use} why={why} />
      <Fact label={t('details.plot-area')}>
        <Figure value={plot.areaSquareMeters} unit="m²" digits={0} why={why} />
      </Fact>
      <TextFact label={t('details.owner')} value={plot.owner} why={why} />
      <TextFact label={t('details.reserved-for')} value={plot.reservedFor} why={why} />
      <TextFact
        label={t('details.reserved-until')}
        value={plot.reservedUntil === null ? null : t.format.date(plot.reservedUntil)}
        why={why}
      />
      <GradeFact grade={plot.grade} />
    </Facts>
  );
}
