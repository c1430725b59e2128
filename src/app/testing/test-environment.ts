import { NgModule } from '@angular/core';
import { getTestBed } from '@angular/core/testing';
import { BrowserTestingModule, platformBrowserTesting } from '@angular/platform-browser/testing';

import { provideLanguage } from '../language/provide-language.ts';

/** What every spec has without asking: the application's texts. */
@NgModule({ providers: [provideLanguage()] })
class SpecModule {}

getTestBed().initTestEnvironment([BrowserTestingModule, SpecModule], platformBrowserTesting(), {
  errorOnUnknownElements: true,
  errorOnUnknownProperties: true,
});
