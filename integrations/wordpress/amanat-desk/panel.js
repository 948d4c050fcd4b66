/**
 * The panel: asks the desk on this machine about the text in the editor, lists what it says, and changes words when the
 * editor presses a replacement.
 *
 * Thin on purpose: no rule lives here. The token is kept for the session of the tab only. Before publishing the same
 * list is shown once more; it never stops anybody.
 */
( function ( wp ) {
	'use strict';
	const api = typeof module === 'undefined' ? {} : module.exports;
	const HOSTS = [ '127.0.0.1', 'localhost', '[::1]' ];
	const SIGNS = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
	/* A picture's words are read as captions; those of a quoted block are somebody else's. */
	const LEADS = { caption: 'Photo: ', alt: 'Photo: ' };
	const QUOTED = [ 'core/quote', 'core/pullquote' ];
	const KEYS = [ 'content', 'value', 'citation', 'caption', 'alt' ];

	/** The words of a piece of HTML: tags out, signs as they are read. */
	function plain( html ) {
		return String( html )
			.replace( /<br ?\/?>/gi, '\n' )
			.replace( /<[^>]*>/g, '' )
			.replace( /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(\w+));/gi, ( whole, ten, hex, name ) =>
				name ? SIGNS[ name.toLowerCase() ] || whole : String.fromCodePoint( ten ? parseInt( ten, 10 ) : parseInt( hex, 16 ) )
			);
	}

	function cells( attributes ) {
		const rows = [].concat( attributes.head || [], attributes.body || [], attributes.foot || [] );
		return rows.map( ( row ) => ( row.cells || [] ).map( ( cell ) => plain( cell.content || '' ) ).join( ' ' ) );
	}

	/** What a block and the blocks inside it say, in order: where it stands, and its words. */
	function pieces( block, quoted ) {
		const attributes = block.attributes || {};
		const within = quoted || QUOTED.includes( block.name );
		const own = KEYS.filter( ( key ) => attributes[ key ] ).map( ( key ) => {
			const said = plain( attributes[ key ] );
			const lead = within && key !== 'citation' ? '> ' : LEADS[ key ] || '';
			return { block: block.clientId, key, text: lead + ( within ? said.replace( /\n/g, '\n> ' ) : said ) };
		} );
		const table = cells( attributes ).filter( Boolean ).map( ( text ) => ( { block: block.clientId, key: '', text } ) );
		const inside = ( block.innerBlocks || [] ).map( ( inner ) => pieces( inner, within ) );
		return own.concat( table, ...inside ).filter( ( piece ) => piece.text.trim() );
	}

	/** The story as one text with where each piece begins in it, in code points: the title, then each piece. */
	function laid( title, blocks ) {
		const all = [ { block: '', key: 'title', text: plain( title || '' ) } ].concat( ...blocks.map( ( block ) => pieces( block, false ) ) );
		let start = 0;
		return all.filter( ( piece ) => piece.text ).map( ( piece ) => {
			const placed = Object.assign( { start }, piece );
			start += Array.from( piece.text ).length + 2;
			return placed;
		} );
	}

	function story( title, blocks ) {
		return laid( title, blocks ).map( ( piece ) => piece.text ).join( '\n\n' );
	}

	/** Findings as rows, the gravest first. Spans count code points, so the text is cut by them and not by UTF-16. */
	function rows( text, findings, placed ) {
		const rank = { error: 0, warning: 1, suggestion: 2, note: 3 };
		const points = Array.from( text );
		return findings
			.map( ( f ) => ( {
				code: f.code,
				severity: f.severity,
				words: f.start === null ? '' : points.slice( f.start, f.end ).join( '' ),
				message: f.message,
				remedy: f.remedy,
				fixes: f.fixes.map( ( x ) => ( { old: points.slice( x.start, x.end ).join( '' ), text: x.replacement, at: at( x.start, placed ) } ) ),
				source: f.sources[ 0 ] || null,
			} ) )
			.sort( ( a, b ) => rank[ a.severity ] - rank[ b.severity ] );
	}

	function at( start, placed ) {
		const before = ( placed || [] ).filter( ( piece ) => piece.start <= start );
		return before.length ? before[ before.length - 1 ] : null;
	}

	function written( words ) {
		return words.replace( /&/g, '&amp;' ).replace( /</g, '&lt;' ).replace( />/g, '&gt;' );
	}

	/** HTML with words replaced, or '' where they stand not just once, or with tags between: then a person must look. */
	function replaced( html, old, text ) {
		const parts = String( html ).split( written( old ) );
		return parts.length === 2 ? parts.join( written( text ) ) : '';
	}

	/** Ask the desk; refuses any address that is not this machine. */
	async function ask( address, token, text, send ) {
		const url = new URL( '/review', address );
		if ( ! HOSTS.includes( url.hostname ) ) {
			throw new Error( 'The desk must run on this machine (127.0.0.1).' );
		}
		const answer = await ( send || fetch )( url.href, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + token },
			body: JSON.stringify( { text } ),
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
		} );
		if ( ! answer.ok ) {
			throw new Error( answer.status === 401 ? 'The token is not right.' : 'The desk answered ' + answer.status + '.' );
		}
		return ( await answer.json() ).findings;
	}

	Object.assign( api, { plain, laid, story, rows, replaced, ask } );
	if ( ! wp || ! wp.plugins ) {
		return;
	}

	const { createElement: el, useState, Fragment } = wp.element;
	const { Button, TextControl, PanelBody, Notice } = wp.components;
	const { PluginSidebar, PluginPrePublishPanel } = wp.editor;
	const { __ } = wp.i18n;

	/** Put a replacement into the block it belongs to; false where a person must do it. */
	function take( fix ) {
		if ( ! fix.at || ! fix.at.key ) {
			return false;
		}
		const blocks = wp.data.select( 'core/block-editor' );
		const title = fix.at.key === 'title';
		const now = title
			? wp.data.select( 'core/editor' ).getEditedPostAttribute( 'title' )
			: ( blocks.getBlock( fix.at.block ) || { attributes: {} } ).attributes[ fix.at.key ];
		const next = replaced( now || '', fix.old, fix.text );
		if ( ! next ) {
			return false;
		}
		if ( title ) {
			wp.data.dispatch( 'core/editor' ).editPost( { title: next } );
		} else {
			wp.data.dispatch( 'core/block-editor' ).updateBlockAttributes( fix.at.block, { [ fix.at.key ]: next } );
		}
		return true;
	}

	function List( { found, onTake } ) {
		return el( 'ul', { className: 'amanat-list' }, found.map( ( row, n ) =>
			el( 'li', { key: n, className: 'amanat-' + row.severity },
				el( 'strong', null, row.code + ' ' ),
				row.words && el( 'q', null, row.words ),
				el( 'p', null, row.message ),
				row.remedy && el( 'p', null, row.remedy ),
				row.fixes.map( ( fix, m ) =>
					el( Button, { key: m, variant: 'secondary', onClick: () => onTake( fix ) }, __( 'Replace with: ' ) + fix.text )
				),
				row.source && row.source.url && el( 'a', { href: row.source.url, target: '_blank', rel: 'noopener noreferrer' }, row.source.title )
			)
		) );
	}

	function Desk() {
		const [ token, setToken ] = useState( window.sessionStorage.getItem( 'amanat-token' ) || '' );
		const [ address, setAddress ] = useState( 'http://127.0.0.1:8765' );
		const [ state, setState ] = useState( { found: null, trouble: '' } );
		const look = async () => {
			window.sessionStorage.setItem( 'amanat-token', token );
			const placed = laid(
				wp.data.select( 'core/editor' ).getEditedPostAttribute( 'title' ),
				wp.data.select( 'core/block-editor' ).getBlocks()
			);
			const text = placed.map( ( piece ) => piece.text ).join( '\n\n' );
			try {
				setState( { found: rows( text, await ask( address, token, text ), placed ), trouble: '' } );
			} catch ( error ) {
				setState( { found: null, trouble: error.message } );
			}
		};
		const onTake = async ( fix ) => {
			if ( take( fix ) ) {
				await look();
			} else {
				setState( { found: state.found, trouble: __( 'Please change these words by hand: they stand there more than once, or not in one piece.' ) } );
			}
		};
		return el( PanelBody, null,
			el( TextControl, { label: __( 'Desk' ), value: address, onChange: setAddress } ),
			el( TextControl, { label: __( 'Token' ), type: 'password', value: token, onChange: setToken } ),
			el( Button, { variant: 'primary', onClick: look }, __( 'Read this story' ) ),
			state.trouble && el( Notice, { status: 'warning', isDismissible: false }, state.trouble ),
			state.found && state.found.length === 0 && el( 'p', null, __( 'No rule spoke. A person must still read the story.' ) ),
			state.found && el( List, { found: state.found, onTake } )
		);
	}

	wp.plugins.registerPlugin( 'amanat-desk', {
		icon: 'shield',
		render: () => el( Fragment, null,
			el( PluginSidebar, { name: 'amanat-desk', title: 'Amanat' }, el( Desk ) ),
			el( PluginPrePublishPanel, { title: 'Amanat' }, el( Desk ) )
		),
	} );
} )( typeof window === 'undefined' ? undefined : window.wp );
