import { SaxesParser } from 'saxes';
import { fail, ProblemError } from '../../shared/problem.ts';
import type { MemberType } from './osm-model.ts';
import type { OsmModelBuilder } from './osm-model-builder.ts';

/**
 * Takes OSM XML (`.osm`) piece by piece into a builder. Deleted elements (`action="delete"`, `visible="false"`) are left out.
 * Throws `osm.root-unknown`, `osm.xml-damaged` (also for a file that ends too early), `osm.id-invalid`, `osm.coordinate-invalid`.
 */
export class OsmXmlReader {
  private readonly parser = new SaxesParser({ position: true });
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private readonly file: string;
  private readonly builder: OsmModelBuilder;
  private depth = 0;
  /** True while inside an element that is left out. */
  private isSkipping = false;

  constructor(file: string, builder: OsmModelBuilder) {
    this.file = file;
    this.builder = builder;
    this.parser.on('opentag', (tag) => this.open(tag.name, tag.attributes as Readonly<Record<string, string>>));
    this.parser.on('closetag', () => this.close());
    this.parser.on('error', (error) => {
      throw error;
    });
  }

  write(bytes: Uint8Array): void {
    this.guard(() => this.parser.write(this.decoder.decode(bytes, { stream: true })));
  }

  end(): void {
    this.guard(() => {
      this.parser.write(this.decoder.decode());
      this.parser.close();
    });
  }

  private guard(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      const detail = error instanceof Error ? error.message : String(error);
      fail('osm.xml-damaged', { detail }, { file: this.file, row: this.parser.line });
    }
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.depth++;
    if (this.depth === 1) {
      if (name !== 'osm') fail('osm.root-unknown', { found: name }, { file: this.file });
      this.timestamp(attributes.timestamp);
    } else if (this.depth === 2) this.openElement(name, attributes);
    else if (this.depth === 3 && !this.isSkipping) this.openPart(name, attributes);
  }

  private close(): void {
    this.depth--;
    if (this.depth === 1) this.isSkipping = false;
  }

  private openElement(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'meta') this.timestamp(attributes.osm_base);
    if (name !== 'node' && name !== 'way' && name !== 'relation') {
      this.isSkipping = true;
      return;
    }
    this.isSkipping = attributes.action === 'delete' || attributes.visible === 'false';
    if (this.isSkipping) return;
    const id = this.id(attributes.id);
    if (name === 'node') {
      this.builder.addNode(id, this.degrees(attributes.lon, 180), this.degrees(attributes.lat, 90));
    } else if (name === 'way') this.builder.addWay(id);
    else this.builder.addRelation(id);
    this.timestamp(attributes.timestamp);
  }

  private openPart(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'tag') {
      this.builder.addTag(this.builder.textNumber(attributes.k ?? ''), this.builder.textNumber(attributes.v ?? ''));
    } else if (name === 'nd') this.builder.addRef(this.id(attributes.ref));
    else if (name === 'member') {
      const type = attributes.type as MemberType;
      if (type === 'node' || type === 'way' || type === 'relation') {
        this.builder.addMember(type, this.id(attributes.ref), attributes.role ?? '');
      }
    }
  }

  private id(text: string | undefined): number {
    const id = Number(text);
    if (text === undefined || text === '' || !Number.isSafeInteger(id)) {
      fail('osm.id-invalid', { found: text ?? '' }, { file: this.file, row: this.parser.line });
    }
    return id;
  }

  /** Whole 1e-7°. */
  private degrees(text: string | undefined, limit: number): number {
    const degrees = text === undefined || text === '' ? Number.NaN : Number(text);
    if (!(Math.abs(degrees) <= limit)) {
      fail('osm.coordinate-invalid', { found: text ?? '' }, { file: this.file, row: this.parser.line });
    }
    return Math.round(degrees * 1e7);
  }

  private timestamp(text: string | undefined): void {
    const milliseconds = text === undefined ? Number.NaN : Date.parse(text);
    if (!Number.isNaN(milliseconds)) this.builder.addTimestamp(milliseconds / 1000);
  }
}
