import { at, fade, type Layer, line, mix, oval, type Pen, type Stage, stars } from '../../stage/index.ts';
import { globe, landscape, nebula } from '../parts/index.ts';

/** Between the planets. */
export const SPACE = landscape({
  floor: 0.72,
  surface: 'none',
  isAirless: true,
  usualTime: 'night',
  usualWeather: 'clear',
  weather: 'none',
  withoutFloor: 'float',
  behind: (stage) => [nebula(stage), stars(stage, 130), planets(stage), shootingStar(stage)],
});

function planets(stage: Stage): Layer {
  const chance = stage.chance('planets');
  const [first, second] = chance() < 0.5 ? ['#f0a868', '#6fc3d8'] : ['#d88fc0', '#f0cf7a'];
  return (pen, { time, travel }) => {
    const drift = travel * 0.03 + time * 1.5;
    at(pen, [stage.width * 0.82 - drift, stage.height * 0.26, -0.35], () => ringed(pen, first));
    at(pen, [stage.width * 0.16 - drift * 0.6, stage.height * 0.68], () => globe(pen, second, 26));
    at(pen, [stage.width * 0.46 - drift * 0.4, stage.height * 0.13], () => globe(pen, '#c9c6d8', 10));
  };
}

function ringed(pen: Pen, colour: string): void {
  pen.lineWidth = 5;
  pen.strokeStyle = fade(mix(colour, '#ffffff', 0.5), 0.75);
  pen.beginPath();
  pen.ellipse(0, 0, 76, 18, 0, Math.PI, Math.PI * 2);
  pen.stroke();
  globe(pen, colour, 40);
  pen.lineWidth = 5;
  pen.strokeStyle = fade(mix(colour, '#ffffff', 0.5), 0.9);
  pen.beginPath();
  pen.ellipse(0, 0, 76, 18, 0, 0, Math.PI);
  pen.stroke();
}

function shootingStar(stage: Stage): Layer {
  return (pen, { time }) => {
    const share = (time * 0.45 + 0.3) % 1;
    if (share > 0.35) return;
    const x = stage.width * (0.25 + share * 1.3);
    const y = stage.height * (0.08 + share * 0.6);
    line(pen, fade('#ffffff', 0.7 * (1 - share / 0.35)), 1.8, [x - 46, y - 21, x, y]);
    oval(pen, '#ffffff', x, y, 1.8);
  };
}
