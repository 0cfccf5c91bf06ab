import type { DatedFigure, Offer } from '../../city/types.ts';
import type { Texts } from '../../i18n/translate.ts';
import { useTexts } from '../common/app-context.ts';
import { Figure } from '../common/figure.tsx';

interface OfferTableProps {
  readonly offers: readonly Offer[];
  /** Why a figure is missing. */
  readonly why: string;
}

/** Offers of a house: places approved, available and occupied, each with its day. */
export function OfferTable({ offers, why }: OfferTableProps) {
  const t = useTexts();
  return (
    <table className="table offers">
      <caption>
        {t('details.offers')}
        <span className="secondary">{t('details.places-note')}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('details.offer')}</th>
          <th scope="col" className="number">
            {t('details.approved')}
          </th>
          <th scope="col" className="number">
            {t('details.available')}
          </th>
          <th scope="col" className="number">
            {t('details.occupied')}
          </th>
        </tr>
      </thead>
      <tbody>
        {offers.map((offer, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a house may offer the same service twice; offers never change
          <tr key={index}>
            <th scope="row">
              {t(`service.${offer.service}`)}
              <OfferNote offer={offer} />
            </th>
            {[offer.capacityApproved, offer.capacityAvailable, offer.occupied].map((figure, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the three columns above
              <td key={column} className="number">
                <DatedCell figure={figure} why={why} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A figure with the day it holds for. */
export function DatedCell({ figure, why }: { readonly figure: DatedFigure; readonly why: string }) {
  const { format } = useTexts();
  return (
    <>
      <Figure value={figure.value} why={why} />
      {figure.date === null ? null : <span className="secondary fact-date">{format.date(figure.date)}</span>}
    </>
  );
}

/** Form, state and years of an offer, as far as they say more than "there". */
function OfferNote({ offer }: { readonly offer: Offer }) {
  const t = useTexts();
  const note = offerNote(offer, t);
  return note === '' ? null : <span className="secondary offer-note">{note}</span>;
}

function offerNote({ form, status, from, to }: Offer, t: Texts): string {
  return [
    form,
    status === 'existing' ? null : t(`status.${status}`),
    from === null ? null : t('details.from', { date: t.format.date(from) }),
    to === null ? null : t('details.until', { date: t.format.date(to) }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
