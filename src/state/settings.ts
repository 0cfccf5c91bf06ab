import { LANGUAGES, type Language } from '../shared/language.ts';
import { PANELS, type PanelName, ROLES, type Role } from './view-state.ts';

/** What the browser remembers between visits. Nothing of it is personal, nothing leaves the machine. */
export interface Settings {
  readonly language?: Language;
  readonly panel?: PanelName | null;
  readonly officialBasemap?: boolean;
  readonly singleKeys?: boolean;
  /** What one works in: decides the order of the rail. */
  readonly role?: Role;
  /** Name and department that sign one's changes; kept on this machine. */
  readonly person?: string;
  readonly department?: string;
  /** Ids of one's own districts by city. */
  readonly districts?: Readonly<Record<string, readonly string[]>>;
}

export interface SettingsStorage {
  read(): Settings;
  /** Merges into what is remembered. */
  write(change: Settings): void;
  /** True once the browser has refused to keep something (private window, policy, full). */
  refused(): boolean;
}

const KEY = 'gemeinbedarf.settings';

/** Settings in the browser's local storage. Where storage is refused, they live until the page is closed. */
export function createSettings(getStorage: () => Pick<Storage, 'getItem' | 'setItem'>): SettingsStorage {
  let refused = false;
  let settings: Settings = {};
  try {
    settings = readSettings(getStorage().getItem(KEY));
  } catch {
    refused = true;
  }
  return {
    read: () => settings,
    write: (change) => {
      settings = { ...settings, ...change };
      try {
        getStorage().setItem(KEY, JSON.stringify(settings));
      } catch {
        refused = true;
      }
    },
    refused: () => refused,
  };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 200;
}

function isDistricts(value: unknown): value is NonNullable<Settings['districts']> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((ids) => Array.isArray(ids) && ids.every((id) => typeof id === 'string'));
}

/** Takes what it knows from the stored text; anything else is ignored. */
function readSettings(text: string | null): Settings {
  let stored: unknown = null;
  try {
    stored = JSON.parse(text ?? 'null');
  } catch {
    return {};
  }
  if (typeof stored !== 'object' || stored === null) return {};
  const found = stored as Record<string, unknown>;
  const language = LANGUAGES.find((known) => known === found.language);
  const panel = found.panel === null ? null : PANELS.find((known) => known === found.panel);
  const role = ROLES.find((known) => known === found.role);
  return {
    ...(role === undefined ? {} : { role }),
    ...(isName(found.person) ? { person: found.person } : {}),
    ...(isName(found.department) ? { department: found.department } : {}),
    ...(isDistricts(found.districts) ? { districts: found.districts } : {}),
    ...(language === undefined ? {} : { language }),
    ...(panel === undefined ? {} : { panel }),
    ...(typeof found.officialBasemap === 'boolean' ? { officialBasemap: found.officialBasemap } : {}),
    ...(typeof found.singleKeys === 'boolean' ? { singleKeys: found.singleKeys } : {}),
  };
}
