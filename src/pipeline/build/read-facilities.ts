import type { DatedFigure, House, Offer } from '../../city/types.ts';
import { type Note, note } from '../../shared/problem.ts';
import type { WithNotes } from '../../shared/result.ts';
import type { SourceSetting } from './build-state.ts';
import { identify, type Unnamed } from './object-ids.ts';
import type { RoleOf } from './recipe-roles.ts';
import { positionOf, type Row, type SourceRows, selectIndices, selectRows, yesOrNo } from './source-rows.ts';

type FacilitiesRole = RoleOf<'facilities'>;
type OfferRole = FacilitiesRole['offers'][number];

const UNKNOWN: DatedFigure = { value: null, date: null };

/** Ids of houses whose figures had to be left open, by reason. */
interface OpenFigures {
  /** No places stated, or 0: a house with 0 places is one whose places are not known. */
  readonly withoutPlaces: string[];
  /** A total without its parts. */
  readonly withoutSplit: string[];
  /** Parts that do not add up to the total. */
  readonly contradictory: string[];
}

function dated(value: number | null, date: string | null): DatedFigure {
  return value === null ? UNKNOWN : { value, date };
}

/** A figure of places: 0 counts as not stated. */
function places(row: Row, column: string | undefined): number | null {
  return row.count(column) || null;
}

function readOffer(row: Row, role: OfferRole, date: string | null): Offer {
  return {
    service: role.service,
    form: role.form ?? null,
    capacityApproved: dated(places(row, role.approved), date),
    capacityAvailable: dated(places(row, role.available), date),
    occupied: dated(row.count(role.occupied), date),
    from: row.day(role.from),
    to: row.day(role.to),
    status: role.status ?? 'existing',
  };
}

function withoutCapacity(offer: Offer): Offer {
  return { ...offer, capacityApproved: UNKNOWN, capacityAvailable: UNKNOWN };
}

/** Column that carries the places of an offer, for comparison with the total of the house. */
function placesColumn(role: OfferRole): string | undefined {
  return role.approved ?? role.available;
}

interface Capacities {
  readonly offers: readonly Offer[];
  readonly total: DatedFigure | null;
  readonly open: keyof OpenFigures | null;
}

/**
 * Puts the total of a house and its parts together. Parts that add up hold, and an offer with 0 of them is none; otherwise the total is
 * kept for the house and the parts stay open.
 */
function settleCapacities(
  row: Row,
  role: FacilitiesRole,
  offerRoles: readonly OfferRole[],
  date: string | null,
): Capacities {
  const offers = offerRoles.map((offer) => readOffer(row, offer, date));
  const stated = offerRoles.map((offer) => row.count(placesColumn(offer)));
  const hasPlaces = offerRoles.some((offer) => placesColumn(offer) !== undefined);
  const sum = stated.reduce<number>((all, value) => all + (value ?? 0), 0);
  const used = offers.filter((_, i) => stated[i] !== 0 || sum === 0);
  if (role.capacityTotal === undefined)
    return { offers: used, total: null, open: hasPlaces && sum === 0 ? 'withoutPlaces' : null };
  const total = places(row, role.capacityTotal);
  if (total === null) return { offers: used, total: null, open: sum === 0 ? 'withoutPlaces' : null };
  const complete = hasPlaces && stated.every((value) => value !== null);
  if (complete && sum === total) return { offers: used, total: null, open: null };
  return {
    offers: offers.map(withoutCapacity),
    total: dated(total, date),
    open: complete ? 'contradictory' : 'withoutSplit',
  };
}

function addressOf(row: Row, columns: readonly string[] | undefined): string | null {
  const parts = (columns ?? []).map((column) => row.text(column)).filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

function openFigureNotes(open: OpenFigures, file: string): Note[] {
  const notes: Note[] = [];
  const where = { file };
  const { withoutPlaces, withoutSplit, contradictory } = open;
  if (withoutPlaces.length > 0)
    notes.push(
      note(
        'warning',
        'pipeline.houses-without-places',
        { houses: withoutPlaces },
        { where, count: withoutPlaces.length },
      ),
    );
  if (withoutSplit.length > 0)
    notes.push(
      note('warning', 'pipeline.houses-without-split', { houses: withoutSplit }, { where, count: withoutSplit.length }),
    );
  if (contradictory.length > 0)
    notes.push(
      note(
        'warning',
        'pipeline.houses-contradictory',
        { houses: contradictory },
        { where, count: contradictory.length },
      ),
    );
  return notes;
}

/** A row that becomes a house, and the offers that hold for it. */
interface HouseRow extends Unnamed {
  readonly offerRoles: readonly OfferRole[];
}

/** The rows that are houses; rows of other kinds and without a position are counted in `notes`. */
function findHouseRows(rows: SourceRows, role: FacilitiesRole, notes: Note[]): HouseRow[] {
  const where = { file: rows.file };
  const accepts = role.offers.map((offer) => ({ offer, rows: selectIndices(rows, offer.filters) }));
  let otherKinds = 0;
  const unplaced: number[] = [];
  const found = selectRows(rows, role).flatMap((row): HouseRow[] => {
    const offerRoles = accepts.filter((accept) => accept.rows.has(row.index)).map(({ offer }) => offer);
    const [first] = offerRoles;
    if (first === undefined) {
      otherKinds++;
      return [];
    }
    const position = positionOf(row, role.position);
    if (position === null) unplaced.push(row.number);
    return position === null ? [] : [{ row, offerRoles, kind: first.service, name: row.text(role.name), position }];
  });
  if (otherKinds > 0) notes.push(note('info', 'pipeline.rows-of-other-kinds', {}, { where, count: otherKinds }));
  if (unplaced.length > 0) {
    const params = { rows: unplaced };
    notes.push(note('warning', 'pipeline.rows-without-position', params, { where, count: unplaced.length }));
  }
  return found;
}

/**
 * Houses from a table or a layer. Rows of other kinds and rows without a position are left out and counted; places that are missing, 0 or
 * contradictory stay missing and are listed by id. `outside` and districts are set later, for all sources alike.
 */
export function readFacilities(rows: SourceRows, role: FacilitiesRole, setting: SourceSetting): WithNotes<House[]> {
  const date = role.figuresDate ?? setting.source.date;
  const open: OpenFigures = { withoutPlaces: [], withoutSplit: [], contradictory: [] };
  const notes: Note[] = [];
  const found = findHouseRows(rows, role, notes);
  const ids = identify(found, setting.source.id, role.id, setting.projection);
  const houses = found.map((object): House => {
    const { row, name, position } = object;
    const id = ids.get(object) as string;
    const capacities = settleCapacities(row, role, object.offerRoles, date);
    if (capacities.open !== null) open[capacities.open].push(id);
    return {
      id,
      name,
      operator: row.text(role.operator),
      address: addressOf(row, role.address),
      position,
      districts: [],
      stepFree: yesOrNo(row, role.stepFree),
      openToAll: yesOrNo(row, role.openToAll),
      outside: false,
      source: setting.sourceIndex,
      grade: role.grade ?? 'official',
      offers: capacities.offers,
      pools: [],
      capacityTotal: capacities.total,
    };
  });
  return { data: houses, notes: [...openFigureNotes(open, rows.file), ...notes] };
}
