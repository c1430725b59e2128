/** Random but repeatable: for specs that try many things, and find the same ones again. */
export { type Random, seededRandom } from '../storyboard/random.ts';
