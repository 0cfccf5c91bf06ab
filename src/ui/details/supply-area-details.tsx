import type { SourceRecord, SupplyArea } from '../../city/types.ts';
import { useTexts } from '../common/app-context.ts';
import { Fact, Facts, YesNoFact } from '../common/facts.tsx';
import { Figure } from '../common/figure.tsx';
import { GradeFact } from './grade-fact.tsx';
import { missingReason } from './missing-reason.ts';

interface SupplyAreaDetailsProps {
  readonly area: Omit<SupplyArea, 'geometry'>;
  readonly source: SourceRecord | null;
}

/** A park, playground or sports ground. */
export function SupplyAreaDetails({ area, source }: SupplyAreaDetailsProps) {
  const t = useTexts();
  const why = missingReason(source, t);
  return (
    <>
      {area.outside ? <p className="secondary">{t('details.outside')}</p> : null}
      <Facts>
        {area.services.length === 0 ? null : (
          <Fact label={t('details.serves')}>{area.services.map((service) => t(`service.${service}`)).join(', ')}</Fact>
        )}
        <Fact label={t('details.usable-area')}>
          <Figure value={area.usableSquareMeters} unit="m²" digits={0} why={why} />
        </Fact>
        <Fact label={t('details.access-points')}>
          <Figure value={area.accessPoints.length} why={why} />
        </Fact>
        <YesNoFact label={t('details.open-to-all')} value={area.openToAll} why={why} />
        <GradeFact grade={area.grade} />
      </Facts>
    </>
  );
}
