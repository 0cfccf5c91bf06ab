import type { HouseBrief } from '../../questions/measures/measure-calls.ts';
import type { Problem } from '../../shared/problem.ts';
import { houseGroupByService, type ServiceId } from '../../shared/services.ts';
import { useTexts } from '../common/app-context.ts';
import { Icon } from '../common/icon.tsx';
import { Choice, Field, ProblemText } from './form-parts.tsx';
import type { MeasureFields, OfferFields } from './measure-fields.ts';
import { useIndicators, useShownService } from './measure-form.tsx';
import { setFields } from './measure-ui.ts';
import { groupSize } from './templates.ts';
import { useScenarioActions } from './use-measures.ts';

interface OfferRowsProps {
  readonly fields: MeasureFields;
  readonly house: HouseBrief | null;
  readonly faultOf: (key: string) => Problem | undefined;
}

/** The services of a measure with their size, in places or in groups. */
export function OfferRows({ fields, house, faultOf }: OfferRowsProps) {
  const t = useTexts();
  const actions = useScenarioActions();
  const shownService = useShownService();
  const { offers, kind } = fields;
  const change = (id: string, fieldsOfOffer: Partial<OfferFields>) =>
    setFields({ offers: offers.map((offer) => (offer.id === id ? { ...offer, ...fieldsOfOffer } : offer)) });
  const add = () => {
    const taken = new Set(offers.map(({ service }) => service));
    const candidates: ServiceId[] = [shownService, ...(house?.offers.map(({ service }) => service) ?? []), 'kita-u3'];
    const service = candidates.find((found) => !taken.has(found) && houseGroupByService(found) !== null) ?? 'kita-u3';
    setFields({ offers: [...offers, { id: actions.newId(), service, form: '', capacity: '', groups: '' }] });
  };
  return (
    <fieldset className="measure-offer-rows">
      <legend>{t('measures.offers')}</legend>
      {kind === 'close' ? <p className="secondary">{t('measures.close-all')}</p> : null}
      {kind === 'enlarge' ? <p className="secondary">{t('measures.enlarge-hint')}</p> : null}
      {offers.map((offer) => (
        <OfferRow
          key={offer.id}
          offer={offer}
          hasSize={kind !== 'close'}
          faultOf={faultOf}
          onChange={(changed) => change(offer.id, changed)}
          onRemove={() => setFields({ offers: offers.filter(({ id }) => id !== offer.id) })}
        />
      ))}
      <button type="button" className="button" onClick={add}>
        <Icon name="plus" />
        {t('measures.offer-add')}
      </button>
      <ProblemText problem={faultOf('offers')} />
    </fieldset>
  );
}

interface OfferRowProps {
  readonly offer: OfferFields;
  readonly hasSize: boolean;
  readonly faultOf: (key: string) => Problem | undefined;
  readonly onChange: (change: Partial<OfferFields>) => void;
  readonly onRemove: () => void;
}

function OfferRow({ offer, hasSize, faultOf, onChange, onRemove }: OfferRowProps) {
  const t = useTexts();
  const indicators = useIndicators();
  const services = indicators.map(({ service }) => service).filter((service) => houseGroupByService(service) !== null);
  const indicator = indicators.find(({ service }) => service === offer.service);
  const size = groupSize(offer.service, indicators);
  const isZug = indicator?.rounding.kind === 'zuege';
  const name = t(`service.${offer.service}`);
  return (
    <div className="measure-offer">
      <Choice
        label={t('measures.service')}
        value={offer.service}
        options={services.map((service) => ({ value: service, label: t(`service.${service}`) }))}
        onChange={(service) => onChange({ service })}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={t('measures.offer-remove', { service: name })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
      {hasSize ? (
        <div className="measure-sizes">
          <Field label={t(`measures.size-${indicator?.unit ?? 'places'}`)} problem={faultOf(`capacity ${offer.id}`)}>
            {(given) => (
              <input
                {...given}
                className="input"
                inputMode="decimal"
                value={offer.capacity}
                onChange={({ target }) => onChange({ capacity: target.value })}
              />
            )}
          </Field>
          {size === null ? null : (
            <Field label={t(isZug ? 'measures.zuege' : 'measures.groups')} problem={faultOf(`groups ${offer.id}`)}>
              {(given) => (
                <input
                  {...given}
                  className="input"
                  inputMode="decimal"
                  value={offer.groups}
                  onChange={({ target }) => {
                    const groups = Number(target.value.replace(',', '.'));
                    const isCount = target.value.trim() !== '' && Number.isFinite(groups) && groups >= 0;
                    onChange({
                      groups: target.value,
                      ...(isCount ? { capacity: String(Math.round(groups * size)) } : {}),
                    });
                  }}
                />
              )}
            </Field>
          )}
          <Field label={t('measures.form')}>
            {(given) => (
              <input
                {...given}
                className="input"
                value={offer.form}
                onChange={({ target }) => onChange({ form: target.value })}
              />
            )}
          </Field>
        </div>
      ) : null}
    </div>
  );
}
