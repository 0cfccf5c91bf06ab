import type { House, SourceRecord } from '../../city/types.ts';
import { useTexts } from '../common/app-context.ts';
import { Fact, Facts, TextFact, YesNoFact } from '../common/facts.tsx';
import { GradeFact } from './grade-fact.tsx';
import { missingReason } from './missing-reason.ts';
import { DatedCell, OfferTable } from './offer-table.tsx';

interface HouseDetailsProps {
  readonly house: House;
  readonly source: SourceRecord | null;
}

/** A house: what it offers with places and dates, who runs it, how it is reached. */
export function HouseDetails({ house, source }: HouseDetailsProps) {
  const t = useTexts();
  const why = missingReason(source, t);
  return (
    <>
      {house.outside ? <p className="secondary">{t('details.outside')}</p> : null}
      {house.offers.length === 0 ? (
        <p className="secondary">{t('details.no-offers')}</p>
      ) : (
        <OfferTable offers={house.offers} why={why} />
      )}
      <Facts>
        {house.capacityTotal === null ? null : (
          <Fact label={t('details.capacity-total')}>
            <DatedCell figure={house.capacityTotal} why={why} />
            <span className="secondary fact-note">{t('details.capacity-total-note')}</span>
          </Fact>
        )}
        {house.pools.map((pool, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pools have no id and never change
          <Fact key={index} label={t('details.pool')}>
            <DatedCell figure={pool.places} why={why} />
            <span className="secondary fact-note">
              {t('details.pool-for', {
                services: Object.keys(pool.weights)
                  .map((service) => t(`service.${service as keyof typeof pool.weights}`))
                  .join(', '),
              })}
            </span>
          </Fact>
        ))}
        <TextFact label={t('details.operator')} value={house.operator} why={why} />
        <TextFact label={t('details.address')} value={house.address} why={why} />
        <YesNoFact label={t('details.step-free')} value={house.stepFree} why={why} />
        <YesNoFact label={t('details.open-to-all')} value={house.openToAll} why={why} />
        <GradeFact grade={house.grade} />
      </Facts>
    </>
  );
}
