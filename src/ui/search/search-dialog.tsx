import { useEffect, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Heading,
  I18nProvider,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import type { SearchHit } from '../../questions/search-city.ts';
import { useApp, useCity, useTexts } from '../common/app-context.ts';
import { HouseSymbol } from '../common/house-symbol.tsx';
import { Icon } from '../common/icon.tsx';
import { goToHit, hitsByKind } from './search-hits.ts';
import './search.css';

interface Found {
  /** The text these hits answer. */
  readonly text: string;
  readonly hits: readonly SearchHit[];
}

const NOTHING: Found = { text: '', hits: [] };

/** Search over everything with a name, opened with Ctrl+K. Enter goes to the marked hit, or to the best one. */
export function SearchDialog() {
  const t = useTexts();
  const app = useApp();
  const [text, setText] = useState('');
  const found = useHits(text);
  const [enteredText, setEnteredText] = useState<string | null>(null);
  const close = () => app.view.setState({ dialog: null });

  const choose = (hit: SearchHit | undefined) => {
    if (hit === undefined || app.view.getState().dialog !== 'search') return;
    close();
    goToHit(app, hit);
  };

  // Whoever types and presses Enter faster than the answer comes gets the best hit of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `choose` only closes over the parts
  useEffect(() => {
    if (enteredText !== null && enteredText === found.text) choose(found.hits[0]);
  }, [enteredText, found]);

  return (
    <I18nProvider locale={t.language === 'de' ? 'de-DE' : 'en-GB'}>
      <ModalOverlay className="search-overlay" isOpen isDismissable onOpenChange={(open) => (open ? null : close())}>
        <Modal className="search sheet">
          <Dialog className="search-dialog">
            <Heading slot="title" className="sr-only">
              {t('search.title')}
            </Heading>
            <Autocomplete inputValue={text} onInputChange={setText}>
              <SearchField className="search-field" aria-label={t('search.field')} autoFocus onSubmit={setEnteredText}>
                <Icon name="search" />
                {/* Escape closes at once; the field's own way would empty it first. With its list it is a combobox. */}
                <Input
                  role="combobox"
                  aria-expanded={found.hits.length > 0}
                  placeholder={t('search.placeholder')}
                  onKeyDownCapture={(event) => (event.key === 'Escape' ? close() : null)}
                />
              </SearchField>
              {/* A hit of an older answer is not what was meant by Enter: then the best of the next one. */}
              <Hits found={found} onChoose={(hit) => (found.text === text ? choose(hit) : setEnteredText(text))} />
            </Autocomplete>
            <SearchNote text={text} found={found} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}

/** Hits for the typed text; the newest question wins, the older answer stays until then. */
function useHits(text: string): Found {
  const { session } = useApp();
  const ready = useCity((state) => state.phase === 'open');
  const [found, setFound] = useState<Found>(NOTHING);
  useEffect(() => {
    if (text.trim() === '' || !ready) {
      setFound(NOTHING);
      return;
    }
    const controller = new AbortController();
    session.search(text, controller.signal).then(
      (hits) => setFound({ text, hits }),
      () => {
        if (!controller.signal.aborted) setFound({ text, hits: [] });
      },
    );
    return () => controller.abort();
  }, [text, ready, session]);
  return found;
}

interface HitsProps {
  readonly found: Found;
  readonly onChoose: (hit: SearchHit) => void;
}

function Hits({ found, onChoose }: HitsProps) {
  const t = useTexts();
  if (found.hits.length === 0) return null;
  return (
    <ListBox
      className="search-hits"
      aria-label={t('search.results')}
      onAction={(key) => {
        const hit = found.hits.find((candidate) => keyOf(candidate) === key);
        if (hit !== undefined) onChoose(hit);
      }}
    >
      {hitsByKind(found.hits).map(({ kind, hits }) => (
        <ListBoxSection key={kind} id={kind} className="search-section">
          <Header>{t(`search.kind-${kind}`)}</Header>
          {hits.map((hit) => (
            <ListBoxItem key={keyOf(hit)} id={keyOf(hit)} textValue={hit.name} className="search-hit">
              {hit.group === null ? <span className="house-symbol" /> : <HouseSymbol group={hit.group} />}
              <span className="search-hit-name">{hit.name}</span>
              {hit.detail === null ? null : <span className="secondary">{hit.detail}</span>}
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

function keyOf(hit: SearchHit): string {
  return `${hit.kind}:${hit.id}`;
}

/** What can be searched, or that nothing was found and what helps. */
function SearchNote({ text, found }: { readonly text: string; readonly found: Found }) {
  const t = useTexts();
  const ready = useCity((state) => state.phase === 'open');
  const noHit = ready && text.trim() !== '' && found.text === text && found.hits.length === 0;
  const hitCount = found.hits.length;
  return (
    <div className="search-note">
      <p role="status">
        {noHit ? t('search.none', { text: text.trim() }) : null}
        {hitCount > 0 ? <span className="sr-only">{t.count('search.count', hitCount)}</span> : null}
        {hitCount === 0 && !noHit ? t(ready ? 'search.hint' : 'search.not-ready') : null}
      </p>
      <p className="secondary search-keys" aria-hidden="true">
        {t('search.keys')}
      </p>
    </div>
  );
}
