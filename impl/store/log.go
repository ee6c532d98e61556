package store

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// quietLogger writes statements at debug level and never writes their values: the log of a slow
// query must not contain a hash.
type quietLogger struct{ log *slog.Logger }

func (l quietLogger) LogMode(logger.LogLevel) logger.Interface        { return l }
func (l quietLogger) Info(ctx context.Context, msg string, _ ...any)  { l.log.DebugContext(ctx, msg) }
func (l quietLogger) Warn(ctx context.Context, msg string, _ ...any)  { l.log.WarnContext(ctx, msg) }
func (l quietLogger) Error(ctx context.Context, msg string, _ ...any) { l.log.ErrorContext(ctx, msg) }

// ParamsFilter removes the values before gorm can print them.
func (quietLogger) ParamsFilter(_ context.Context, sql string, _ ...any) (string, []any) {
	return sql, nil
}

func (l quietLogger) Trace(ctx context.Context, begin time.Time, fc func() (string, int64), err error) {
	took := time.Since(begin)
	slow := took > time.Second
	if !slow && !l.log.Enabled(ctx, slog.LevelDebug) {
		return
	}
	sql, rows := fc()
	level := slog.LevelDebug
	if slow {
		level = slog.LevelWarn
	}
	failed := err != nil && !errors.Is(err, gorm.ErrRecordNotFound)
	l.log.Log(ctx, level, "sql", "statement", sql, "rows", rows, "took_ms", float64(took.Microseconds())/1000, "failed", failed)
}
