import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';

import { ANIMATIONS_OFF } from '../testing/animations-off.ts';
import { ShortcutSheetOpener } from './shortcut-sheet-opener.ts';
import { Shortcuts } from './shortcuts.ts';

@Component({ selector: 'kitten-host', template: '' })
class Host {}

describe('ShortcutSheet', () => {
  it('lists what the parts have added, with the keys', async () => {
    TestBed.configureTestingModule({ providers: [ANIMATIONS_OFF] });
    const loader = TestbedHarnessEnvironment.documentRootLoader(TestBed.createComponent(Host));
    TestBed.inject(Shortcuts).add({ keys: ['?', 'Mod+/'], description: 'settings.showShortcuts' });
    await TestBed.inject(ShortcutSheetOpener).openSheet();
    const dialog = await loader.getHarness(MatDialogHarness);
    expect(await dialog.getTitleText()).toBe('快捷键');
    const text = await dialog.getContentText();
    expect(text).toMatch(/显示快捷键.*\?.*或.*(Ctrl|⌘).*\//s);
    await dialog.close();
    expect(await loader.getHarnessOrNull(MatDialogHarness)).toBeNull();
  });
});
