import type { PlaceName } from '../scene.ts';
import type { Stage } from '../stage/index.ts';
import { MARS } from './beyond/mars.ts';
import { MOON } from './beyond/moon.ts';
import { SKY } from './beyond/sky.ts';
import { SPACE } from './beyond/space.ts';
import { BATHROOM } from './indoors/bathroom.ts';
import { BEDROOM } from './indoors/bedroom.ts';
import { CAFE } from './indoors/cafe.ts';
import { CLASSROOM } from './indoors/classroom.ts';
import { KITCHEN } from './indoors/kitchen.ts';
import { LIBRARY } from './indoors/library.ts';
import { OFFICE } from './indoors/office.ts';
import { ROOM } from './indoors/room.ts';
import { SHOP } from './indoors/shop.ts';
import { STAGE } from './indoors/stage.ts';
import { STUDIO } from './indoors/studio.ts';
import { TABLETOP } from './indoors/tabletop.ts';
import { CANYON } from './nature/canyon.ts';
import { DESERT } from './nature/desert.ts';
import { FARM } from './nature/farm.ts';
import { GARDEN } from './nature/garden.ts';
import { GRAVEYARD } from './nature/graveyard.ts';
import { MEADOW } from './nature/meadow.ts';
import { MOUNTAIN } from './nature/mountain.ts';
import { PARK } from './nature/park.ts';
import { SNOWFIELD } from './nature/snowfield.ts';
import { WATERFALL } from './nature/waterfall.ts';
import { BAMBOO, FOREST } from './nature/woods.ts';
import type { Place, PlaceTraits, Scenery } from './parts/scenery.ts';
import { CITY } from './town/city.ts';
import { FAIRGROUND } from './town/fairground.ts';
import { GAS_STATION } from './town/gas-station.ts';
import { MARKET } from './town/market.ts';
import { NEON } from './town/neon.ts';
import { OLD_TOWN } from './town/old-town.ts';
import { ROAD } from './town/road.ts';
import { STATION } from './town/station.ts';
import { STREET } from './town/street.ts';
import { TEMPLE } from './town/temple.ts';
import { BEACH } from './water/beach.ts';
import { HARBOUR } from './water/harbour.ts';
import { LAKE } from './water/lake.ts';
import { POOL } from './water/pool.ts';
import { RIVER } from './water/river.ts';
import { SEA } from './water/sea.ts';
import { UNDERWATER } from './water/underwater.ts';

const PLACE_SETS: Readonly<Record<PlaceName, Place>> = {
  neon: NEON,
  street: STREET,
  oldTown: OLD_TOWN,
  city: CITY,
  road: ROAD,
  forest: FOREST,
  bamboo: BAMBOO,
  meadow: MEADOW,
  garden: GARDEN,
  park: PARK,
  fairground: FAIRGROUND,
  beach: BEACH,
  harbour: HARBOUR,
  sea: SEA,
  river: RIVER,
  lake: LAKE,
  pool: POOL,
  underwater: UNDERWATER,
  mountain: MOUNTAIN,
  canyon: CANYON,
  waterfall: WATERFALL,
  desert: DESERT,
  snowfield: SNOWFIELD,
  farm: FARM,
  space: SPACE,
  moon: MOON,
  mars: MARS,
  sky: SKY,
  room: ROOM,
  bedroom: BEDROOM,
  kitchen: KITCHEN,
  bathroom: BATHROOM,
  office: OFFICE,
  classroom: CLASSROOM,
  library: LIBRARY,
  cafe: CAFE,
  shop: SHOP,
  market: MARKET,
  gasStation: GAS_STATION,
  stage: STAGE,
  studio: STUDIO,
  tabletop: TABLETOP,
  station: STATION,
  temple: TEMPLE,
  graveyard: GRAVEYARD,
};

/** What does not change with a scene, of a place. */
export function placeTraits(name: PlaceName): PlaceTraits {
  return PLACE_SETS[name];
}

/** Builds the set of a place. */
export function buildPlace(name: PlaceName, stage: Stage): Scenery {
  return PLACE_SETS[name].build(stage);
}

export type { PlaceTraits, Scenery } from './parts/scenery.ts';
