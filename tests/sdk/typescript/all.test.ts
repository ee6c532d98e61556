// One process for all, so that one report counts them.
import "./live.js";
import "./offered.js";
import "./paths.js";
import "./readme.js";
import "./stub.js";
import { report } from "./stage.js";

report(process.env["REKEY_REPORT"]);
