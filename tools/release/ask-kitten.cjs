#!/usr/bin/env node
'use strict';
// Read by old versions of Node too, which have to be able to say that they are old.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 13)) {
  console.error('Ask Kitten needs Node.js 22.13 or later, and this is ' + process.version + ': https://nodejs.org');
  process.exit(1);
}

var path = require('path');
var url = require('url');
process.env.APP_DIR = process.env.APP_DIR || path.join(__dirname, '..', 'app');
// Node 22 says of each start that its SQLite may change; what it has is what was tested.
var emitWarning = process.emitWarning;
process.emitWarning = function (warning) {
  if (!/SQLite is an experimental/.test(String(warning))) emitWarning.apply(process, arguments);
};
import(url.pathToFileURL(path.join(__dirname, '..', 'lib', 'server', 'cli', 'main.js')).href);
