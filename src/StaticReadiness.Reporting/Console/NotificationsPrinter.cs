using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Reporting.Console;

/// <summary>Prints what the run has to say about itself.</summary>
internal sealed class NotificationsPrinter(StyledWriter writer, ConsoleOptions options)
{
    private const int ShownPerId = 5;
    private const int NotesShownPerId = 1;

    public void Print(IReadOnlyCollection<Notification> notifications)
    {
        var isVerbose = options.Verbosity == Verbosity.Verbose;
        var any = false;
        foreach (var group in notifications.GroupBy(static n => (n.Id, n.Level)).OrderByDescending(static g => g.Key.Level))
        {
            var shown = isVerbose ? int.MaxValue : group.Key.Level == NotificationLevel.Note ? NotesShownPerId : ShownPerId;
            foreach (var notification in group.Take(shown)) Print(notification);
            var rest = group.Count() - Math.Min(shown, group.Count());
            if (rest > 0) writer.WriteLine($"  {writer.Glyphs.Ellipsis} and {rest} more of {group.Key.Id} (--verbose shows all)", TextStyle.Dim);
            any = true;
        }

        if (any) writer.WriteLine();
    }

    private void Print(Notification notification)
    {
        var level = Names.Of(notification.Level);
        writer.Write(level, Severities.StyleOf(notification.Level));
        writer.WriteProse($": {Located(notification)}", 2, level.Length);
    }

    private static string Located(Notification notification)
    {
        if (notification.Location is not { } location) return notification.Message;
        var place = Place.Of(location);
        // Most messages name the file themselves: there only the line is news.
        if (!notification.Message.StartsWith(location.Path, StringComparison.Ordinal)) return $"{place}: {notification.Message}";
        return place + notification.Message[location.Path.Length..];
    }
}
