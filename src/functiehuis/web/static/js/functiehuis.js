"use strict";
/* Live conveniences only: everything works without this file. */
