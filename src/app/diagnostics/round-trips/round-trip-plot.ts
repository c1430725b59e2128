import { Component, computed, input } from '@angular/core';

import type { RoundTrip } from '../../../services/index.ts';
import { injectText } from '../../language/text.ts';
import { ceilingOf, plotPoints, summarise } from './round-trips.ts';

const WIDTH = 300;
const HEIGHT = 96;

/** How long the newest pings took, as a line, and what they come to in numbers. */
@Component({
  selector: 'kitten-round-trip-plot',
  templateUrl: './round-trip-plot.html',
  styleUrl: './round-trip-plot.scss',
})
export class RoundTripPlot {
  protected readonly text = injectText();
  /** Oldest first. */
  readonly roundTrips = input.required<readonly RoundTrip[]>();
  /** How often one is measured, in seconds. */
  readonly everySeconds = input.required<number>();

  protected readonly width = WIDTH;
  protected readonly height = HEIGHT;
  protected readonly summary = computed(() => summarise(this.roundTrips()));
  protected readonly ceiling = computed(() => ceilingOf(this.roundTrips()));
  protected readonly points = computed(() => plotPoints(this.roundTrips(), { width: WIDTH, height: HEIGHT }));
  protected readonly newest = computed(() => this.points().split(' ').slice(-1).join());
  /** The line, and down to the axis at both its ends. */
  protected readonly area = computed(() => {
    const points = this.points();
    const first = points.split(',', 1).join();
    return `${first},${HEIGHT} ${points} ${WIDTH},${HEIGHT}`;
  });
  protected readonly numbers = computed(() => {
    const summary = this.summary();
    if (summary === null) return [];
    return [
      { name: this.text('diagnostics.roundTripMin'), ms: summary.min },
      { name: this.text('diagnostics.roundTripMedian'), ms: summary.median },
      { name: this.text('diagnostics.roundTripLast'), ms: summary.last },
    ];
  });
}
