import { useId } from 'react';
import { useTexts, useView } from '../common/app-context.ts';
import { Fact, Facts } from '../common/facts.tsx';
import { Figure } from '../common/figure.tsx';
import { LoadSample } from './samples.tsx';
import { useGaps } from './use-gaps.ts';
import './gap-map.css';

/** How full a house is by the shown question. */
export function HouseGap({ id }: { readonly id: string }) {
  const t = useTexts();
  const headingId = useId();
  const gapShown = useView((state) => state.gapShown);
  const answered = useGaps((state) => state.answered);
  if (!gapShown || answered === null) return null;
  const { question, answer } = answered;
  const house = answer.houses.find((candidate) => candidate.id === id);
  if (house === undefined || house.load === 'none') return null;
  const why = t('missing.no-source');
  const share =
    house.taken === null || house.capacity === null || house.capacity === 0 ? null : house.taken / house.capacity;
  const isCatchment = question.indicator.model === 'catchment';
  return (
    <section className="gap-section" aria-labelledby={headingId}>
      <h3 id={headingId}>
        {t('gaps.in-house', { service: t(`service.${question.request.service}`) })}, {question.request.year}
      </h3>
      <p className="house-load">
        <LoadSample load={house.load} />
        {t(`report-load.${house.load}`)}
      </p>
      <Facts figures>
        <Fact label={t('gaps.capacity')}>
          <Figure value={house.capacity} digits={0} why={why} />
        </Fact>
        <Fact label={t(isCatchment ? 'gaps.load-catchment' : 'gaps.load')}>
          <Figure value={house.taken} digits={0} why={why} />
        </Fact>
        <Fact label={t('gaps.load-share')}>
          {share === null ? (
            <Figure value={null} why={why} />
          ) : (
            <span className="figure">{t.format.percent(share)}</span>
          )}
        </Fact>
      </Facts>
    </section>
  );
}
