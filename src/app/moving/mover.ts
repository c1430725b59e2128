import { inject, Service } from '@angular/core';

import { Exporter } from '../history/export/exporter.ts';
import { Importer, type ImportedFile } from '../history/export/importer.ts';
import { injectCountText, injectText } from '../language/text.ts';
import { Notices } from '../notices/notices.ts';
import { readZip, type ZippedFile } from '../saving/read-zip.ts';
import { SAVE_FILE } from '../saving/save-file.ts';
import { zipFile } from '../saving/zip-file.ts';
import { Marks } from './marks.ts';

/** Where an archive has the marks. */
const MARKS = 'marks.json';

/** Moves everything to another browser by a file: out here, in there. Failures are shown, not thrown. */
@Service()
export class Mover {
  private readonly exporter = inject(Exporter);
  private readonly importer = inject(Importer);
  private readonly marks = inject(Marks);
  private readonly notices = inject(Notices);
  private readonly saveFile = inject(SAVE_FILE);
  private readonly text = injectText();
  private readonly count = injectCountText();

  /** Packs all conversations with their clips, and the marks, and hands the archive over. */
  async moveOut(): Promise<void> {
    try {
      this.notices.show(this.text('settings.exportFetching'));
      const entries = [{ name: MARKS, input: this.marks.write() }, ...(await this.exporter.everything())];
      this.saveFile(await zipFile(`${this.text('shell.appName')}.zip`, entries));
    } catch {
      this.notices.show(this.text('settings.exportFailed'));
    }
  }

  /** Takes in what was exported: conversations as JSON, archives of one or of everything. What is here already stays. */
  async moveIn(files: readonly File[]): Promise<void> {
    const found: ImportedFile[] = [];
    let strange = 0;
    for (const file of files) {
      const inside = await this.conversationsIn(file).catch(() => []);
      if (inside.length === 0) strange++;
      found.push(...inside);
    }
    const { conversations, refused } = await this.importer.import(found);
    const said = {
      imported: this.count('settings.imported', conversations),
      refused: this.count('settings.notImported', strange + refused),
    };
    if (strange + refused === 0) this.notices.show(said.imported);
    else this.notices.show(conversations === 0 ? said.refused : this.text('settings.importedSome', said));
  }

  private async conversationsIn(file: File): Promise<readonly ImportedFile[]> {
    const zipped = await readZip(file);
    if (zipped.length === 0) return [{ json: { read: () => Promise.resolve(file) }, beside: new Map() }];
    const marks = zipped.find(({ name }) => isMarks(name));
    if (marks !== undefined) await this.marks.merge(await (await marks.read()).text());
    return zipped
      .filter(({ name }) => name.endsWith('.json') && !isMarks(name))
      .map((json) => ({ json, beside: besides(json, zipped) }));
  }
}

/** Who unpacks an archive and packs it again may have put everything into a folder. */
function isMarks(name: string): boolean {
  return name.split('/').pop() === MARKS;
}

/** What is in the folder of a file, by the paths from there. */
function besides({ name }: ZippedFile, zipped: readonly ZippedFile[]): ReadonlyMap<string, ZippedFile> {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const inside = zipped.filter((other) => other.name.startsWith(folder));
  return new Map(inside.map((other) => [other.name.slice(folder.length), other]));
}
