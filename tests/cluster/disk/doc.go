// Package disk says what a disk may hold after a power cut, from the writes and syncs that a process made.
//
// A trace (Record, Read) is the order in which a process wrote, synced, truncated, created and removed files, and
// answered its clients: strace sees them all, so that one order holds for all of them. A disk replays the trace up
// to a point. Then the power is cut, and Left says what may be there.
//
// What is assumed of the disk: a sync that was answered is kept, with all writes to the file before it. A name is kept
// when its folder was synced. Everything else may be there or not, each write by itself, and of a write any of its
// sectors of 512 bytes. What was synced stays as it is, unless it is written again. A disk that answers a sync and does
// not keep it, or that damages what lies beside a write, is not covered: nothing that a program does could help there.
package disk
